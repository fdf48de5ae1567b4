"""Many packs of one definition: one for each area, period, breakdown or partner."""
