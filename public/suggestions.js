// The topics offered while somebody types.
