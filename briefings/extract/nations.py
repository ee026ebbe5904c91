"""Countries and the words for their people: a table that tells a place's name from a person's."""

from __future__ import annotations

# One country a line: the names it goes by, then its adjectives and peoples.
_TABLE = """
Afghanistan: Afghan Afghans
Albania: Albanian Albanians
Algeria: Algerian Algerians
Andorra: Andorran Andorrans
Angola: Angolan Angolans
Argentina: Argentine Argentines Argentinian Argentinians
Armenia: Armenian Armenians
Australia: Australian Australians
Austria: Austrian Austrians
Azerbaijan: Azerbaijani Azerbaijanis Azeri Azeris
Bahamas: Bahamian Bahamians
Bahrain: Bahraini Bahrainis
Bangladesh: Bangladeshi Bangladeshis
Barbados: Barbadian Barbadians
Belarus: Belarusian Belarusians
Belgium: Belgian Belgians
Belize: Belizean Belizeans
Benin: Beninese
Bhutan: Bhutanese
Bolivia: Bolivian Bolivians
Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina: Bosnian Bosnians
Botswana: Botswanan
Brazil: Brazilian Brazilians
Britain, Great Britain, United Kingdom, UK, U.K.: British Britons
Brunei: Bruneian
Bulgaria: Bulgarian Bulgarians
Burkina Faso: Burkinabe
Burma, Myanmar: Burmese
Burundi: Burundian Burundians
Cambodia: Cambodian Cambodians
Cameroon: Cameroonian Cameroonians
Canada: Canadian Canadians
Cape Verde: Verdean
Chad: Chadian Chadians
Chile: Chilean Chileans
China: Chinese
Colombia: Colombian Colombians
Comoros: Comorian
Congo, DR Congo: Congolese
Costa Rica: Rican
Croatia: Croatian Croatians Croat Croats
Cuba: Cuban Cubans
Cyprus: Cypriot Cypriots
Czech Republic, Czechia: Czech Czechs
Denmark: Danish Danes
Djibouti: Djiboutian
Dominican Republic: Dominican Dominicans
East Timor, Timor-Leste: Timorese
Ecuador: Ecuadorian Ecuadorians Ecuadorean
Egypt: Egyptian Egyptians
El Salvador: Salvadoran Salvadorans
England: English
Eritrea: Eritrean Eritreans
Estonia: Estonian Estonians
Eswatini, Swaziland: Swazi
Ethiopia: Ethiopian Ethiopians
Fiji: Fijian Fijians
Finland: Finnish Finns
France: French
Gabon: Gabonese
Gambia: Gambian Gambians
Georgia: Georgian Georgians
Germany: German Germans
Ghana: Ghanaian Ghanaians
Greece: Greek Greeks
Grenada: Grenadian
Guatemala: Guatemalan Guatemalans
Guinea, Guinea-Bissau, Equatorial Guinea: Guinean Guineans
Guyana: Guyanese
Haiti: Haitian Haitians
Honduras: Honduran Hondurans
Hong Kong: Hongkongers
Hungary: Hungarian Hungarians
Iceland: Icelandic Icelanders
India: Indian Indians
Indonesia: Indonesian Indonesians
Iran: Iranian Iranians
Iraq: Iraqi Iraqis
Ireland, Northern Ireland: Irish
Israel: Israeli Israelis
Italy: Italian Italians
Ivory Coast, Côte d'Ivoire: Ivorian Ivorians
Jamaica: Jamaican Jamaicans
Japan: Japanese
Jordan: Jordanian Jordanians
Kazakhstan: Kazakh Kazakhs
Kenya: Kenyan Kenyans
Kiribati: Kiribatian
Kosovo: Kosovar Kosovars
Kurdistan: Kurdish Kurds Kurd
Kuwait: Kuwaiti Kuwaitis
Kyrgyzstan: Kyrgyz
Laos: Laotian Laotians
Latvia: Latvian Latvians
Lebanon: Lebanese
Lesotho: Basotho
Liberia: Liberian Liberians
Libya: Libyan Libyans
Liechtenstein: Liechtensteiner
Lithuania: Lithuanian Lithuanians
Luxembourg: Luxembourgish
Macedonia, North Macedonia: Macedonian Macedonians
Madagascar: Malagasy
Malawi: Malawian Malawians
Malaysia: Malaysian Malaysians
Maldives: Maldivian Maldivians
Mali: Malian Malians
Malta: Maltese
Mauritania: Mauritanian Mauritanians
Mauritius: Mauritian Mauritians
Mexico: Mexican Mexicans
Micronesia: Micronesian
Moldova: Moldovan Moldovans
Monaco: Monegasque
Mongolia: Mongolian Mongolians
Montenegro: Montenegrin Montenegrins
Morocco: Moroccan Moroccans
Mozambique: Mozambican Mozambicans
Namibia: Namibian Namibians
Nauru: Nauruan Nauruans
Nepal: Nepalese Nepali
Netherlands, Holland: Dutch
New Zealand: Zealander Zealanders
Nicaragua: Nicaraguan Nicaraguans
Niger: Nigerien
Nigeria: Nigerian Nigerians
North Korea, South Korea, Korea: Korean Koreans
Norway: Norwegian Norwegians
Oman: Omani Omanis
Pakistan: Pakistani Pakistanis
Palau: Palauan
Palestine: Palestinian Palestinians
Panama: Panamanian Panamanians
Papua New Guinea: Papuan Papuans
Paraguay: Paraguayan Paraguayans
Peru: Peruvian Peruvians
Philippines: Philippine Filipino Filipinos
Poland: Polish Poles
Portugal: Portuguese
Puerto Rico: Rican
Qatar: Qatari Qataris
Romania: Romanian Romanians
Russia, Soviet Union, USSR: Russian Russians Soviet Soviets
Rwanda: Rwandan Rwandans
Samoa: Samoan Samoans
Saudi Arabia: Saudi Saudis
Scotland: Scottish Scots
Senegal: Senegalese
Serbia, Yugoslavia: Serbian Serbians Serb Serbs Yugoslav
Seychelles: Seychellois
Sierra Leone: Leonean
Singapore: Singaporean Singaporeans
Slovakia: Slovak Slovaks Slovakian
Slovenia: Slovenian Slovenians Slovene
Solomon Islands: Solomons
Somalia: Somali Somalis
South Africa: African Africans
South Sudan, Sudan: Sudanese
Spain: Spanish Spaniards
Sri Lanka: Lankan Lankans
Suriname: Surinamese
Sweden: Swedish Swedes
Switzerland: Swiss
Syria: Syrian Syrians
Taiwan: Taiwanese
Tajikistan: Tajik Tajiks
Tanzania: Tanzanian Tanzanians
Thailand: Thai Thais
Tibet: Tibetan Tibetans
Togo: Togolese
Tonga: Tongan Tongans
Trinidad, Trinidad and Tobago: Trinidadian
Tunisia: Tunisian Tunisians
Turkey, Türkiye: Turkish Turks
Turkmenistan: Turkmen
Tuvalu: Tuvaluan
Uganda: Ugandan Ugandans
Ukraine: Ukrainian Ukrainians
United Arab Emirates, UAE, Emirates: Emirati Emiratis
United States, United States of America, US, U.S., USA, America: American Americans
Uruguay: Uruguayan Uruguayans
Uzbekistan: Uzbek Uzbeks
Vanuatu: Vanuatuan
Vatican: Papal
Venezuela: Venezuelan Venezuelans
Vietnam: Vietnamese
Wales: Welsh
Yemen: Yemeni Yemenis
Zambia: Zambian Zambians
Zimbabwe: Zimbabwean Zimbabweans
"""

_CONTINENTS = "Africa Antarctica Asia Europe Americas Oceania Scandinavia Balkans Caucasus Mediterranean"
_PEOPLES = (
    "European Europeans African Africans Asian Asians Arab Arabs Arabic Jewish Jews Muslim Muslims Islamic "
    "Christian Christians Catholic Catholics Protestant Sunni Sunnis Shia Shiite Shiites Hindu Hindus Sikh "
    "Buddhist Western Eastern Northern Southern Central Latin Nordic Baltic Balkan Scandinavian Caribbean "
    "Anglican Orthodox Basque Catalan Chechen Chechens Tamil Tamils Kashmiri Hispanic Bavarian Sicilian "
    "Texan Californian Victorian Queenslander Tasmanian Roman Parisian Londoner Communist Maoist Marxist"
)


def _read() -> tuple[frozenset[str], frozenset[str]]:
    """The names of countries, and the words for their people, from the table."""
    countries: list[str] = _CONTINENTS.split()
    peoples: list[str] = _PEOPLES.split()
    for line in _TABLE.strip().splitlines():
        names, _, words = line.partition(":")
        countries += [name.strip() for name in names.split(",")]
        peoples += words.split()
    return frozenset(countries), frozenset(peoples)


COUNTRIES, DEMONYMS = _read()
COUNTRY_WORDS: frozenset[str] = frozenset(
    word for name in COUNTRIES for word in name.split() if word[0].isupper()
)
"""Single words of countries' names (``Sri``, ``Lanka``), to tell them from a person's name."""
