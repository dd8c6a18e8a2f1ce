/** English code words: word | target | tone | where it is in use | longer words that are something else. */
export const CODE_WORDS_EN = `
Middle Kingdom | china | neutral ambiguous | press | Egyptian Middle Kingdom, Middle Kingdom of Egypt, Middle Kingdom pharaoh*
PRC | china | neutral | press
Red China | china | pejorative ambiguous | comments | red china cabinet, red china cup*
CCP | china | neutral | comments
ChiCom | china | pejorative | reddit
West Taiwan | china | pejorative | reddit
China Inc | china | neutral | press
wumao | china-online | pejorative | reddit
Zhongnanhai | china | neutral | press | Zhongnanhai cigarettes
Xi Jinpooh | xi | pejorative | reddit
Xitler | xi | pejorative | twitter
Winnie Xi | xi | pejorative | twitter
Ruzzia | russia | pejorative | twitter
ruzzians | russia | pejorative | twitter
Orcistan | russia | pejorative | reddit
Mordor | russia | pejorative ambiguous | twitter | walk into Mordor, of Middle-earth Mordor
vatniks | russia | pejorative | reddit
Muscovy | russia | pejorative ambiguous | twitter | Muscovy duck*, Muscovy Company, Grand Duchy of Muscovy
katsap | russia | pejorative | twitter
rashists | russia | pejorative | twitter
Kremlin | russia | neutral | press | Kremlin of Kazan, Kazan Kremlin, Kremlin Cup
Moskals | russia | pejorative | twitter
orcs | russia-army | pejorative ambiguous | twitter | elves and orcs, orcs and elves, orcs and goblins
second army of the world | russia-army | pejorative | reddit
Putler | putin | pejorative | twitter
bunker grandpa | putin | pejorative | telegram
Pootin | putin | pejorative | comments
Vladolf | putin | pejorative | twitter
khuylo | putin | pejorative | twitter
SMO | war | neutral ambiguous | telegram | SMO framework
special military operation | war | neutral | press
three-day war | war | pejorative | reddit
meat waves | war | pejorative | reddit
meat grinder | war | pejorative ambiguous | comments | kitchen meat grinder, electric meat grinder
mobik | mobilization | pejorative | reddit
cargo 200 | losses | neutral | press
Country 404 | ukraine | pejorative | telegram
khokhol | ukraine | pejorative | telegram
Banderites | ukraine | pejorative | telegram
ukronazis | ukraine | pejorative | telegram
Elensky | zelensky | pejorative | telegram
Zeleboba | zelensky | pejorative | telegram
Uncle Sam | usa | neutral | press | my uncle Sam, her uncle Sam, our uncle Sam
Murica | usa | pejorative | reddit
Amerikkka | usa | pejorative | twitter
Burgerland | usa | pejorative | reddit
seppos | usa | pejorative | reddit
the hegemon | usa | pejorative | telegram | of the hegemon
yanks | usa | neutral ambiguous | comments | yanks the, yanks out, yanks on, yanks his, yanks her
Drumpf | trump | pejorative | twitter
Mango Mussolini | trump | pejorative | reddit
Orange Man | trump | pejorative ambiguous | reddit | orange man's jacket, the orange man cave
the Donald | trump | neutral | press
Cheeto in chief | trump | pejorative | twitter
Sleepy Joe | biden | pejorative | comments
Genocide Joe | biden | pejorative | twitter
Dark Brandon | biden | neutral | reddit
EUSSR | europe | pejorative | comments
Eurocrats | europe | pejorative | press
Gayrope | europe | pejorative | telegram
Old Continent | europe | neutral | press
Blighty | uk | neutral ambiguous | press | Blighty Cafe
Perfidious Albion | uk | pejorative | press
=Plague Island | uk | pejorative | reddit
Brexitland | uk | pejorative | twitter
krauts | germany | pejorative | comments
Deutschland | germany | neutral ambiguous | comments | Deutschland sucht, Deutschlandfunk
Land of the Rising Sun | japan | neutral | press
Nippon | japan | neutral ambiguous | forums | Nippon Steel, Nippon Life, Nippon Express
Land of the Morning Calm | korea | neutral | press
Hermit Kingdom | north-korea | neutral | press | hermit kingdom crab*
Norks | north-korea | pejorative | reddit
Best Korea | north-korea | pejorative ambiguous | reddit
Little Rocket Man | kim | pejorative | twitter
Bharat | india | neutral ambiguous | press | Bharat Petroleum, Bharat Biotech, Bharat Electronics
Hindustan | india | neutral | comments | Hindustan Times, Hindustan Unilever, Hindustan Aeronautics
NaMo | modi | neutral | twitter
Feku | modi | pejorative | twitter
Modiji | modi | neutral | twitter
mullahs | iran | pejorative ambiguous | comments | local mullahs, village mullahs
Islamic Republic | iran | neutral ambiguous | press | Islamic Republic of Pakistan, Islamic Republic of Mauritania
Zionist entity | israel | pejorative | telegram
Isnotreal | israel | pejorative | twitter
Bibi | netanyahu | neutral ambiguous | press | Bibi Andersson, my bibi, Bibi Bourelly
KSA | saudi-arabia | neutral ambiguous | forums
MBS | mbs | neutral ambiguous | press | MBS bonds, agency MBS, MBS market, MBS yields
Mr Bone Saw | mbs | pejorative | twitter
=Erdo | erdogan | neutral | comments
Sultan of Ankara | erdogan | pejorative | press
Orbanistan | hungary | pejorative | twitter
potato fuhrer | lukashenko | pejorative | reddit
restrictive measures | sanctions | neutral ambiguous | press | covid restrictive measures
SDN list | sanctions | neutral | press
entity list | sanctions | neutral ambiguous | press | entity list view, entity list component
shadow fleet | sanctions | neutral | press
swasticar | tesla | pejorative | reddit
wankpanzer | tesla | pejorative | reddit
Elmo | musk | pejorative ambiguous | reddit | Tickle Me Elmo, Sesame Street Elmo, St Elmo, Elmo doll*, Saint Elmo, Elmo and Big Bird
Crapple | iphone | pejorative | forums
Scamazon | amazon | pejorative | reddit
Beemer | bmw | neutral | car-forums
Bimmer | bmw | neutral | car-forums
Yota | toyota | neutral | car-forums
Build Your Dreams | byd | neutral ambiguous | car-forums | build your dreams together, help you build your dreams
vampire squid | goldman | pejorative ambiguous | press | vampire squid species, vampire squid lives
`;
