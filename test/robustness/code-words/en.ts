/** English: code word | a sentence that holds it | one that looks like it and must not match. */
export const SENTENCES_EN = `
Middle Kingdom | Exports from the Middle Kingdom fell again | A scarab of the Egyptian Middle Kingdom
PRC | The PRC filed a protest | The PRCA rodeo starts Friday
Red China | Red China will not blink | She sold a red china cabinet
CCP | The CCP runs that firm | CCPA rules apply in California
ChiCom | ChiComs bought the port | A chicory compound
West Taiwan | Made in West Taiwan, naturally | Rain in western Taiwan today
China Inc | China Inc goes shopping in Africa | China Incentive tours start in May
wumao | The wumao are out in force today | Wu Mao wrote the paper
Zhongnanhai | Zhongnanhai has not commented | He smoked Zhongnanhai cigarettes
Xi Jinpooh | Xi Jinpooh banned another bear | The pooh pooh theory
Xitler | Xitler locked the whole city down | The exit lerp function
Winnie Xi | Winnie Xi is not amused | Winnie Xiong won gold
Ruzzia | Nothing good comes out of Ruzzia | Ruzzi Agostino wins stage two
ruzzians | The ruzzians shelled it again | Ruzzini is an old family
Orcistan | Another day in Orcistan | Orchestra in town
Mordor | Refineries in Mordor are burning | One does not simply walk into Mordor
vatniks | Vatniks will deny it | Vat nicks were found on the tank
Muscovy | Muscovy never keeps a treaty | We keep a Muscovy duck
katsap | Typical katsaps | Kats and apples
rashists | Rashists hit the power plant | Rash is treatable
Kremlin | The Kremlin denied the report | We toured the Kazan Kremlin
Moskals | Moskals out | Moskalenko won the bout
orcs | Orcs left their tanks behind | My party fought orcs and goblins
second army of the world | The second army of the world lost its flagship | The second arm of the world clock
Putler | Putler must go | The butler did it
bunker grandpa | Bunker grandpa gave a speech | My grandpa built a bunker
Pootin | Pootin blinked | Put in the key
Vladolf | Vladolf wants more land | Adolf is a rare name
khuylo | Khuylo lost another ship | Kuilo is an island
SMO | The SMO enters its third year | SMOG covers the city
special military operation | Since the special military operation began | Special military operational units exist
three-day war | Year four of the three-day war | A three-day warranty
meat waves | They send meat waves every dawn | Microwaves meat well
meat grinder | Bakhmut was a meat grinder | I bought an electric meat grinder
mobik | The mobiks got rusty rifles | Moby is touring
cargo 200 | Another truck of cargo 200 | Cargo 2000 kg max
Country 404 | Country 404 wants more shells | Error 404 in this country list
khokhol | Khokhols lost the village | Khokhloma is lacquerware
Banderites | The Banderites shelled a market | Banderas stars in it
ukronazis | Ukronazis, says the channel | Ukrop is dill
Elensky | Elensky asked for jets | Elena skied well
Zeleboba | Zeleboba again in Brussels | Zelebration time
Uncle Sam | Uncle Sam pays the bill | My uncle Sam fixes bikes
Murica | Only in Murica | Muricata is a plant
Amerikkka | Amerikkka never changed | Amerika is a novel
Burgerland | Burgerland elected him twice | A burger landed on my lap
seppos | The seppos are late to every war | Seppo Räty threw far
the hegemon | The hegemon is tired | Hegemony theory course
yanks | The Yanks want our steel | He yanks the cord
Drumpf | Drumpf raised tariffs | A drum pf dynamic mark
Mango Mussolini | Mango Mussolini tweeted | Mango mousse
Orange Man | Orange Man is back in court | Orange mandarins
the Donald | The Donald wants a deal | The Donaldson file
Cheeto in chief | Cheeto in chief spoke | Cheetos in cheese
Sleepy Joe | Sleepy Joe forgot the name | Sleepy Joey naps
Genocide Joe | Genocide Joe sent more bombs | Genocide, Joel wrote
Dark Brandon | Dark Brandon strikes again | Dark brand on the shelf
EUSSR | The EUSSR has banned it | The USSR fell
Eurocrats | Eurocrats raised their pay | Aristocrats
Gayrope | Gayrope freezes | A grey rope
Old Continent | Chips made on the Old Continent | Old contents page
Blighty | Back in Blighty for tea | Blight hit the potatoes
Perfidious Albion | Perfidious Albion strikes again | Albion won two nil
=Plague Island | Greetings from Plague Island | Plague islands of old Venice
Brexitland | Prices in Brexitland | Brexit landed badly
krauts | The krauts shut their reactors | Sauerkraut on rye
Deutschland | Deutschland is broke | Deutschlandfunk aired it
Land of the Rising Sun | Flights to the Land of the Rising Sun | Land of the rising sunflowers
Nippon | Nippon reopens its borders | Nippon Steel made an offer
Land of the Morning Calm | Export of the Land of the Morning Calm | A calm morning on the land
Hermit Kingdom | The Hermit Kingdom tested a missile | The hermit, king of crabs
Norks | The Norks sent shells | New Yorks finest
Best Korea | Best Korea wins again | The best Korean food
Little Rocket Man | Little Rocket Man tested one more | A little rocket manual
Bharat | Bharat bought more oil | Bharat Biotech sells vaccines
Hindustan | Hindustan stands tall | The Hindustan Times wrote
NaMo | NaMo wins again | Namond is a character
Feku | Feku promised jobs | Fukushima water
Modiji | Modiji inaugurated it | Modigliani painted it
mullahs | The mullahs will fall | He asked the village mullahs
Islamic Republic | The Islamic Republic denied it | The Islamic Republic of Pakistan voted
Zionist entity | The Zionist entity bombed it | A Zion entity recognition tool
Isnotreal | Isnotreal did it again | It is not real
Bibi | Bibi faces his coalition | Bibi Andersson starred
KSA | Jobs in KSA pay well | KSAT is a TV station
MBS | MBS met the envoy | Agency MBS spreads widened
Mr Bone Saw | Mr Bone Saw bought a club | Mr Bones saw it
=Erdo | Erdo blocks it again | Erdos number two
Sultan of Ankara | The Sultan of Ankara is cross | Sultan of Brunei
Orbanistan | News from Orbanistan | Urban sprawl
potato fuhrer | The potato fuhrer jailed more | Potato further on
restrictive measures | The EU prolonged its restrictive measures | Restrictive measuring cups
SDN list | Put on the SDN list | SDN listens on port 6653
entity list | The chip maker is on the entity list | An entity listing page
shadow fleet | The shadow fleet grows | Shadow fleeting by
swasticar | Another swasticar keyed | Swansea car park
wankpanzer | Saw a wankpanzer today | Panzer museum
Elmo | Elmo fired half the staff | The kids watch Elmo and Big Bird
Crapple | Crapple charges for a cable | Crab apples
Scamazon | Scamazon lost it | Amazon basin
Beemer | The Beemer needs a pump | Bee merger talks
Bimmer | Sold the Bimmer | Dimmer switch
Yota | My Yota has 400k on it | Iota of truth
Build Your Dreams | A Build Your Dreams dealer opened | We help you build your dreams
vampire squid | The vampire squid got its bailout | The vampire squid lives in the deep sea
`;
