"""How Relais looks: the layout, the component kit, the only CSS. `/en/components/` shows every component."""
