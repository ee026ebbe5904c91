"""Who does the heavy work of adding articles: this process, a pool of processes, or a cluster. No store in here."""
