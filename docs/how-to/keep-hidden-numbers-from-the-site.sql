-- What the site may do in the database: all it needs, but for reading numbers that are hidden.
-- Run it as the owner of the database, after every migration:  psql relais -f <this file>
-- Once before it:  CREATE ROLE relais_site LOGIN PASSWORD '…';

GRANT USAGE ON SCHEMA public TO relais_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO relais_site;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO relais_site;

-- It writes what is hidden and takes it away with its release; the number and the file it cannot read.
REVOKE SELECT, UPDATE ON observatory_hiddenvalue, observatory_keptfile FROM relais_site;
GRANT SELECT (id, observation_id) ON observatory_hiddenvalue TO relais_site;
GRANT SELECT (id, release_id) ON observatory_keptfile TO relais_site;
