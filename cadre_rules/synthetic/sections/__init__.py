"""The sections of a record, each written from what is known of one life; plain data with English names."""
