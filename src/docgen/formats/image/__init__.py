"""Photos, scans and screenshots."""
