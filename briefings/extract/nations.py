"""Countries, the words for their people, and lands and peoples that are no country's: tables of names."""

from __future__ import annotations

from typing import NamedTuple

# One country a line: the names it goes by, its own first, then its adjectives and peoples. States of one name
# stand apart, and so do states that are no more.
_NATIONS = """
Afghanistan: Afghan, Afghans
Albania: Albanian, Albanians
Algeria: Algerian, Algerians
Andorra: Andorran, Andorrans
Angola: Angolan, Angolans
Argentina: Argentine, Argentinian, Argentines, Argentinians
Armenia: Armenian, Armenians
Australia: Australian, Australians
Austria: Austrian, Austrians
Azerbaijan: Azerbaijani, Azerbaijanis, Azeri, Azeris
Bahamas: Bahamian, Bahamians
Bahrain: Bahraini, Bahrainis
Bangladesh: Bangladeshi, Bangladeshis
Barbados: Barbadian, Barbadians
Belarus: Belarusian, Belarusians
Belgium: Belgian, Belgians
Belize: Belizean, Belizeans
Benin: Beninese
Bhutan: Bhutanese
Bolivia: Bolivian, Bolivians
Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina: Bosnian, Bosnians
Botswana: Botswanan
Brazil: Brazilian, Brazilians
Britain, Great Britain, United Kingdom, UK, U.K.: British, Britons
Brunei: Bruneian
Bulgaria: Bulgarian, Bulgarians
Burkina Faso: Burkinabe
Burundi: Burundian, Burundians
Cambodia: Cambodian, Cambodians
Cameroon: Cameroonian, Cameroonians
Canada: Canadian, Canadians
Cape Verde: Cape Verdean, Cape Verdeans
Central African Republic:
Chad: Chadian, Chadians
Chile: Chilean, Chileans
China: Chinese
Colombia: Colombian, Colombians
Comoros: Comorian
Congo: Congolese
Costa Rica: Costa Rican, Costa Ricans
Croatia: Croatian, Croatians, Croat, Croats
Cuba: Cuban, Cubans
Cyprus: Cypriot, Cypriots
Czech Republic, Czechia: Czech, Czechs
DR Congo:
Denmark: Danish, Danes
Djibouti: Djiboutian
Dominican Republic: Dominican, Dominicans
East Timor, Timor-Leste: East Timorese, Timorese
Ecuador: Ecuadorian, Ecuadorean, Ecuadorians
Egypt: Egyptian, Egyptians
El Salvador: Salvadoran, Salvadorans
England: English
Equatorial Guinea: Equatorial Guinean, Equatorial Guineans
Eritrea: Eritrean, Eritreans
Estonia: Estonian, Estonians
Eswatini, Swaziland: Swazi
Ethiopia: Ethiopian, Ethiopians
Fiji: Fijian, Fijians
Finland: Finnish, Finns
France: French
Gabon: Gabonese
Gambia: Gambian, Gambians
Georgia: Georgian, Georgians
Germany: German, Germans
Ghana: Ghanaian, Ghanaians
Greece: Greek, Greeks
Grenada: Grenadian
Guatemala: Guatemalan, Guatemalans
Guinea: Guinean, Guineans
Guinea-Bissau:
Guyana: Guyanese
Haiti: Haitian, Haitians
Honduras: Honduran, Hondurans
Hungary: Hungarian, Hungarians
Iceland: Icelandic, Icelanders
India: Indian, Indians
Indonesia: Indonesian, Indonesians
Iran: Iranian, Iranians
Iraq: Iraqi, Iraqis
Ireland: Irish
Israel: Israeli, Israelis
Italy: Italian, Italians
Ivory Coast, Côte d'Ivoire: Ivorian, Ivorians
Jamaica: Jamaican, Jamaicans
Japan: Japanese
Jordan: Jordanian, Jordanians
Kazakhstan: Kazakh, Kazakhs
Kenya: Kenyan, Kenyans
Kiribati: Kiribatian
Korea: Korean, Koreans
Kosovo: Kosovar, Kosovan, Kosovars
Kuwait: Kuwaiti, Kuwaitis
Kyrgyzstan: Kyrgyz
Laos: Laotian, Lao, Laotians
Latvia: Latvian, Latvians
Lebanon: Lebanese
Lesotho: Basotho
Liberia: Liberian, Liberians
Libya: Libyan, Libyans
Liechtenstein: Liechtensteiner
Lithuania: Lithuanian, Lithuanians
Luxembourg: Luxembourgish
Madagascar: Malagasy
Malawi: Malawian, Malawians
Malaysia: Malaysian, Malaysians
Maldives: Maldivian, Maldivians
Mali: Malian, Malians
Malta: Maltese
Mauritania: Mauritanian, Mauritanians
Mauritius: Mauritian, Mauritians
Mexico: Mexican, Mexicans
Micronesia: Micronesian
Moldova: Moldovan, Moldovans
Monaco: Monegasque
Mongolia: Mongolian, Mongolians
Montenegro: Montenegrin, Montenegrins
Morocco: Moroccan, Moroccans
Mozambique: Mozambican, Mozambicans
Myanmar, Burma: Burmese
Namibia: Namibian, Namibians
Nauru: Nauruan, Nauruans
Nepal: Nepali, Nepalese
Netherlands, Holland: Dutch
New Zealand: New Zealander, New Zealanders
Nicaragua: Nicaraguan, Nicaraguans
Niger: Nigerien
Nigeria: Nigerian, Nigerians
North Korea: North Korean, North Koreans
North Macedonia, Macedonia: Macedonian, Macedonians
Northern Ireland: Northern Irish
Norway: Norwegian, Norwegians
Oman: Omani, Omanis
Pakistan: Pakistani, Pakistanis
Palau: Palauan
Palestine: Palestinian, Palestinians
Panama: Panamanian, Panamanians
Papua New Guinea: Papua New Guinean, Papua New Guineans
Paraguay: Paraguayan, Paraguayans
Peru: Peruvian, Peruvians
Philippines: Filipino, Filipinos, Philippine
Poland: Polish, Poles
Portugal: Portuguese
Qatar: Qatari, Qataris
Romania: Romanian, Romanians
Russia: Russian, Russians
Rwanda: Rwandan, Rwandans
Samoa: Samoan, Samoans
Saudi Arabia: Saudi, Saudis
Scotland: Scottish, Scots
Senegal: Senegalese
Serbia: Serbian, Serbians, Serb, Serbs
Seychelles: Seychellois
Sierra Leone: Sierra Leonean, Sierra Leoneans
Singapore: Singaporean, Singaporeans
Slovakia: Slovak, Slovaks, Slovakian
Slovenia: Slovenian, Slovene, Slovenians
Solomon Islands, Solomons:
Somalia: Somali, Somalis
South Africa: South African, South Africans
South Korea: South Korean, South Koreans
South Sudan: South Sudanese
Soviet Union, USSR: Soviet, Soviets
Spain: Spanish, Spaniards
Sri Lanka: Sri Lankan, Sri Lankans
Sudan: Sudanese
Suriname: Surinamese
Sweden: Swedish, Swedes
Switzerland: Swiss
Syria: Syrian, Syrians
Taiwan: Taiwanese
Tajikistan: Tajik, Tajiks
Tanzania: Tanzanian, Tanzanians
Thailand: Thai, Thais
Togo: Togolese
Tonga: Tongan, Tongans
Trinidad and Tobago, Trinidad: Trinidadian
Tunisia: Tunisian, Tunisians
Turkey, Türkiye: Turkish, Turks
Turkmenistan: Turkmen
Tuvalu: Tuvaluan
Uganda: Ugandan, Ugandans
Ukraine: Ukrainian, Ukrainians
United Arab Emirates, UAE: Emirati, Emiratis
United States, United States of America, US, U.S., USA, America: American, Americans
Uruguay: Uruguayan, Uruguayans
Uzbekistan: Uzbek, Uzbeks
Vanuatu: Vanuatuan
Vatican:
Venezuela: Venezuelan, Venezuelans
Vietnam: Vietnamese
Wales: Welsh
Yemen: Yemeni, Yemenis
Yugoslavia: Yugoslav, Yugoslavs
Zambia: Zambian, Zambians
Zimbabwe: Zimbabwean, Zimbabweans
"""

# Lands that belong to no one state alone, or whose name is as often another's: they are told from persons,
# but nothing is said of whose they are.
_LANDS = """
Africa:
Americas:
Antarctica:
Asia:
Balkans:
Caucasus:
Emirates:
Europe:
Hong Kong: Hongkongers
Kurdistan: Kurdish, Kurds, Kurd
Mediterranean:
Oceania:
Puerto Rico: Puerto Rican, Puerto Ricans
Scandinavia:
Tibet: Tibetan, Tibetans
"""

# Peoples, faiths and creeds of many countries or of a part of one
_PEOPLES = (
    "European Europeans African Africans Asian Asians Arab Arabs Arabic Jewish Jews Muslim Muslims Islamic "
    "Christian Christians Catholic Catholics Protestant Sunni Sunnis Shia Shiite Shiites Hindu Hindus Sikh "
    "Buddhist Western Eastern Northern Southern Central Latin Nordic Baltic Balkan Scandinavian Caribbean "
    "Anglican Orthodox Basque Catalan Chechen Chechens Tamil Tamils Kashmiri Hispanic Bavarian Sicilian "
    "Texan Californian Victorian Queenslander Tasmanian Roman Parisian Londoner Communist Maoist Marxist "
    "Papal Papuan Papuans"
)


class _Land(NamedTuple):
    """One line of a table."""

    names: tuple[str, ...]
    peoples: tuple[str, ...]


def _read(table: str) -> tuple[_Land, ...]:
    lines = (line.partition(":") for line in table.strip().splitlines())
    return tuple(_Land(_parts(names), _parts(peoples)) for names, _, peoples in lines)


def _parts(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


_STATES = _read(_NATIONS)
_ALL = _STATES + _read(_LANDS)

NATION_OF: dict[str, str] = {
    form: state.names[0] for state in _STATES for form in (*state.names, *state.peoples)
}
"""Every form of a country, its own name too -> the country: ``Norwegian`` speaks of Norway."""
COUNTRIES: frozenset[str] = frozenset(name for land in _ALL for name in land.names)
"""Names of countries, continents and other lands."""
COUNTRY_WORDS: frozenset[str] = frozenset(
    word for name in COUNTRIES for word in name.split() if word[0].isupper()
)
"""Single words of countries' names (``Sri``, ``Lanka``), to tell them from a person's name."""
DEMONYMS: frozenset[str] = frozenset(
    (*(people.split()[-1] for land in _ALL for people in land.peoples), *_PEOPLES.split())
)
"""Single words for peoples (``Norwegian``; ``Lankan`` of ``Sri Lankan``), to tell them from other names."""
ADJECTIVES: frozenset[str] = frozenset(
    form
    for state in _STATES
    for form in (*state.peoples, *(name for name in state.names if name.replace(".", "").isupper()))
)
"""Forms of a country that name no place by themselves: its people's, and its initials (``US troops``)."""
