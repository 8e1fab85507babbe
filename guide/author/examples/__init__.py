"""Examples of a guide: run against it, measured by what they touch, suggested where some lack."""
