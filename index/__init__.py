"""Published disclosures: read, cut, judged, stored, found."""
