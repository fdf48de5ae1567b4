"""reportgen: briefing packs in which every number answers for itself."""
