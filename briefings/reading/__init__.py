"""From bytes to an article: text cleaned, furniture cut, outlet and date found, sentences split."""
