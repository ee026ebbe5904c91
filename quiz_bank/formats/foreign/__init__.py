"""Other people's question formats: each is read into tables of a native bank and written from them."""
