/* The small law by hand in C: one loop over households, one pass over their members for what all need and one
   for the amount of each. The amounts come from a header made of mini/parameters.yaml (by_c.py). */
#include <stdint.h>

static int floor_years(int32_t from, int32_t to) { int d = to - from; return d >= 0 ? d / 10000 : -((9999 - d) / 10000); }
static int between(int n, int least, int most) { return n < least ? least : n > most ? most : n; }

void run(int64_t first, int64_t last, int64_t from, int64_t persons, const int64_t *household_of,
         const int32_t *birth_date, const int8_t *is_child, const int8_t *is_student, const double *income,
         const double *resources, const double *rent, const int8_t *rents_socially, double *child_amount,
         double *school_bonus, double *child_benefit, double *integration_income, double *rent_subsidy,
         double *all_together)
{
    int64_t p = from;
    for (int64_t h = first; h < last; h++) {
        int64_t begin = p;
        int children = 0, adults = 0;
        double earned = 0, owned = 0;
        for (; p < persons && household_of[p] == h; p++) {
            int age = floor_years(birth_date[p], TODAY);
            int right = is_child[p] && birth_date[p] <= TODAY && (age < 18 || (age < 25 && is_student[p]));
            children += right;
            adults += !is_child[p];
            earned += income[p];
            owned += resources[p];
            child_amount[p] = right;
        }
        int many = between(children, 0, OLDEST);
        int low_income = earned < threshold_1;
        double of_all = low_income ? (adults == 1 && children >= 2 ? single_parent : 0)
                                   : (earned < threshold_2 ? middle[many] : 0);
        double benefit = 0, bonuses = 0;
        for (int64_t q = begin; q < p; q++) {
            double amount = 0, bonus = 0;
            if (child_amount[q] != 0) {
                int age = between(floor_years(birth_date[q], TODAY), 0, OLDEST);
                amount = by_age[age] + of_all + (low_income ? low[many][age] : 0);
                bonus = bonus_by_age[between(floor_years(birth_date[q], AUGUST), 0, OLDEST)];
            }
            child_amount[q] = amount;
            school_bonus[q] = bonus;
            benefit += amount;
            bonuses += bonus;
        }
        double lacking = by_category[children > 0 ? 3 : adults == 1 ? 2 : 1] - owned;
        double share = rent[h] * rent_share;
        double integration = adults > 0 && lacking > 0 ? lacking : 0;
        double subsidy = rents_socially[h] || earned > ceiling_by_children[many] ? 0
                         : share < rent_most[many] ? share : rent_most[many];
        child_benefit[h] = benefit;
        integration_income[h] = integration;
        rent_subsidy[h] = subsidy;
        all_together[h] = benefit + bonuses / 12 + integration + subsidy;
    }
}
