"""What coordination offers to programs."""

from ninja import Router

from relais.apps.coordination.api.actions import router as actions
from relais.apps.coordination.api.asks import router as asks

router = Router()
router.add_router("", actions)
router.add_router("", asks)
