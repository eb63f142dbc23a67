"""One folder per source document; what stands here is discovered, never listed."""
