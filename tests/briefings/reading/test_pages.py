"""Pages in the style of many sites: the story comes out whole, the furniture is cut, line by line.

Each page is told line by line: ``T`` the headline, ``|`` the story's own words, ``x`` furniture.
"""

from __future__ import annotations

import pytest

from briefings.reading.articles import read_article
from briefings.reading.furniture import find_furniture

PAGES = {
    "cookie notice, menu, share bar, newsletter box": """
x We use cookies to improve your visit. By continuing to use this site you agree to our cookie policy.
x Accept all cookies
x Manage preferences

x Skip to main content
x Home News Sport Business Opinion
x Sign in
x Search

x News
T Ferry with 214 on board runs aground off Portmere
x By Ann Orrell
x Published 12 March 2019, 07:45 GMT
x Share on Facebook
x Tweet
x Copy link

| A ferry with 214 people on board ran aground on Tuesday near the harbour of Portmere, the coastguard said.

| Nobody was hurt, and all passengers were brought ashore within three hours.

x Sign up for our morning newsletter
x Get the stories that matter delivered to your inbox every day. You can unsubscribe at any time.
x Enter your email address
x Subscribe

| The ship, which is 87 metres long, had lost power in both engines.

| “We heard a bang and then it was quiet,” said Tomas Reve, a passenger. “You could hear the gulls.”

x Comments (48)
x Most read
x Why the harbour needs a second pilot boat
x Council to vote on the ferry subsidy
x Ten walks within an hour of the sea
x © 2019 The Portmere Gazette. All rights reserved.
x Privacy policy
x Contact us
""",
    "live blog with stamps": """
T Storm Odette: 40,000 homes without power as rivers rise

x Live
x Last updated 3 hours ago

x 16:42 GMT

| About 40,000 homes on the north coast are without power, the network operator says.

x 16:05 GMT
x Key event

| The river Ansel has reached 5.2 metres at Low Bridge, its highest level since 1987.

x 14:30
x Share

| Schools in four districts will stay shut on Thursday.

x Load more comments
""",
    "gallery and captions with credits": """
T Fire destroys half of the old market in Sellin

x Image copyright Marta Velde
x Image caption The market hall had stood since 1881

| A fire has destroyed half of the covered market in Sellin, where 130 traders had their stalls.

x 1/12
x Firefighters on a ladder above the north gate (Marta Velde/AP)

| The blaze began shortly after midnight and was put out at dawn, the fire service said.

x A trader carries what is left of his stock. Photograph: Jon Abel/Reuters

| Damage was put at 6 million euros.

x In pictures: the market through the years
x File photo: The market in 1950
x View gallery
x 12 photos
""",
    "paywall with an appeal": """
T Mine owner knew of cracks for two years, inquiry told

| The owner of the Harrow mine knew of cracks in its dam for two years before it burst, an inquiry heard on Monday.

| The flood killed 19 people and left 2,300 homeless.

x You have reached your limit of free articles this month.
x Subscribe to continue reading.

x Already a subscriber? Log in

x Dear reader,

x We think that a town needs a newspaper that asks questions, and we have asked them here since 1902.

x If you read us every week, you know what it costs to send a reporter to every sitting.

x Your support keeps our newsroom alive. Join us for £4 a month and cancel anytime.

x Start your free trial today
x The Harrow Courier logo
""",
    "adverts between paragraphs": """
T Bridge over the Tamble to close for nine months

| The bridge over the Tamble at Ostrey will close for nine months from 1 May.

x Advertisement

| Some 18,000 vehicles cross it every day.

x ADVERTISEMENT - STORY CONTINUES BELOW

| Buses will be sent by way of Kelby, which adds 25 minutes to the trip.

x Hide Ad
x Hide Ad
x Sponsored content

| “It will be a hard winter for the shops,” said Ida Brand, who runs a bakery by the bridge.
""",
    "author's biography, amendment, rights": """
T Doctors leave the islands faster than they come

x Lena Marsh, health correspondent

| The islands lost 31 doctors last year and found 12, figures from the health board show.

| Three of the nine surgeries on the outer islands are closed.

| The board says that it has raised the travel grant to 9,000 crowns.

| Patients on Skarra wait up to 14 weeks for an appointment.

x Lena Marsh is a reporter based in Portmere who covers health and the islands.
x Follow her on Twitter @lenamarsh

x This article was amended on 4 June 2018 to correct the number of surgeries.
x Correction: An earlier version of this article gave the wrong name for the board.
x Copyright 2018 Island Herald
""",
    "related stories amid the text": """
T Wolves return to the Verrin hills after 150 years

| Two wolves have been filmed in the Verrin hills, the first in 150 years.

x Read more: How farmers guard their flocks
x RELATED: The last wolf of Verrin

| The park authority confirmed on Friday that the pair has three cubs.

x See also: Map of sightings
x Read also
x Bears seen near the pass at Ulm
x Lynx project runs out of money

| Farmers lost 22 sheep in April, but it is not known to which animal.

x You may also like
x • The quiet comeback of the beaver
x • Who owns the forest?
x More about Wildlife, Verrin, Farming
x Tags: wolves, farming
""",
    "agency copy with credits at the end": """
x World
T Talks on the strait end without a deal

x By AFP
x November 9, 2018

| KELBY (AFP) - Talks on the use of the strait ended on Friday without a deal after 14 hours.

| Both sides said that they would meet again on November 20.

| Forty ships are waiting at the northern end.

x jd/kl (AFP, dpa)
""",
    "agency story with desk credits": """
T Central bank lifts its rate to 4.5 percent

x KELBY, Nov 9 2018

| The central bank lifted its rate by half a point to 4.5 percent on Friday.

| Prices rose 6.1 percent in the year to October.

x Reporting by Ana Lind; Additional reporting by Piet Moor; Editing by Ruth Cole
x Our Standards: read more
x This story was reported by Reuters.
""",
    "podcast box and video": """
T Harbour workers vote to strike for ten days

x Listen to this article
x 4 min read
x Watch: Why the cranes stand still
x 02:14
x Your browser does not support the audio element.

| Harbour workers in Portmere voted on Sunday to strike for ten days from 3 December.

x Listen to our daily podcast, The Tide, wherever you get your podcasts.

| The union said that 1,150 of its 1,400 members took part in the vote.

x Play video
x This video is not available in your region.
x Please enable JavaScript in your browser to watch it.

| The port handles about a third of the country's grain.
""",
    "headings and questions": """
T What the new water law means for the valley

| The valley's farmers will pay for water by the litre from next July.

x A price for every litre

| The law sets a price of 0.4 cents a litre up to 2 million litres a year.

x Who has to pay?

| Every farm with more than three hectares has to have a meter.

x - The small print -

| Springs on a farm's own land are free for 20 years.

x What happens next

| The council of the valley has until March to object.
""",
    "headline and paragraphs printed twice": """
T Snow closes the pass for the first time in May
x Snow closes the pass for the first time in May

x Drivers were told to turn back after 40 centimetres of snow fell on the pass in…

| Drivers were told to turn back after 40 centimetres of snow fell on the pass in one night.

x Snow plough at work near the summit
x Snow plough at work near the summit

| The road may be open again on Sunday, the road office said.

| The road may be closed to lorries for longer.

x The road may be closed to lorries for longer.
""",
    "wrapped by hand": """
T Lighthouse keeper's diary found behind a wall

x By Olaf Tern

| Workers who took down a wall in the lighthouse of Skarra have found
| the diary of a keeper who served there from 1891 to 1904. It has
| 312 pages and tells of eleven wrecks.

| The museum of Portmere will show it from 5 August. "It is in better
| shape than the wall," said its director, Inga Holm.

x Share this story
""",
    "one line to a paragraph": """
x Skip to content
T Night trains to come back after 16 years
x By Ruth Cole
x 21 February 2020
| The night train between Kelby and Portmere will run again from December after 16 years.
| It takes 9 hours and 40 minutes and has 12 sleeping cars.
x Image: Ruth Cole/Alamy
| Tickets cost from 39 crowns, the railway said.
x What passengers say
| Nearly 70 percent of those asked in a survey would give up a flight for it.
x Share on Facebook
x Tweet
""",
    "captions with a credit in the block": """
T Elections put off until autumn

x |
x HARBOUR PRESS/AP
x Officials seal the last of the ballot boxes in a school in Ostrey.

| The election in the province of Ostrey has been put off until 14 October.

x A voter reads the notice on the door.
x Photo: Jon Abel

| Parties have until 1 August to name their candidates.

x Map of the districts that vote in October by colour of the last winner

| About 640,000 people may vote.
""",
    "login lines glued together": """
x Log inRegister
x Remember meForgot your password?
x Edition: International

T Quake of 5.8 shakes the southern islands

x Media captionThe moment the quake struck

| A quake of magnitude 5.8 shook the southern islands on Saturday.

| No one was hurt, but 60 houses are damaged.

x Media playback is not supported on this device
x Leave a Comment
x Source –
""",
    "lists that belong to the story": """
T Five things the inquiry found

| The inquiry named three failings:

| The alarm was switched off in 2011.
| Two of four pumps were broken.
| Nobody had read the report of 2014.

| It asks for new rules by the end of the year.

x • Why the pumps failed
x • Timeline of the flood
""",
}


def _told(page: str) -> tuple[str, str, list[str], list[str]]:
    """The page itself, its headline, its own words and its furniture."""
    lines = [(line[:1], line[2:]) for line in page.strip().split("\n")]
    by_mark = {mark: [words for m, words in lines if m == mark] for mark in "T|x"}
    return "\n".join(words for _, words in lines), by_mark["T"][0], by_mark["|"], by_mark["x"]


@pytest.mark.parametrize("name", PAGES)
def test_the_story_is_kept_whole(name: str) -> None:
    page, title, own, _ = _told(PAGES[name])

    article = read_article(page.encode(), "page.txt")

    assert " ".join(article.text.split()) == " ".join(own)
    assert article.title == title


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_furniture_is_found_where_it_stands(name: str) -> None:
    page, _, _, furniture = _told(PAGES[name])

    found = "\n".join(page[piece.start : piece.end] for piece in find_furniture(page))

    assert found.split("\n") == furniture
