"""What the observatory offers to programs: its questions, its figures as of any day, and who says them."""

from ninja import Router

from relais.apps.observatory.api.lists import router as lists
from relais.apps.observatory.api.observations import router as observations

router = Router()
router.add_router("/figures", lists)
router.add_router("/figures", observations)
