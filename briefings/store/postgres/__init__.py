"""A store in a PostgreSQL database, for those who outgrow one machine. Imported only when a URL names one."""
