import { cases } from '../case-table.ts';

/** English: two targets of opposite stance in one text. */
export const EN_TWO_TARGETS = cases(
  'en',
  'two-targets',
  `
  + Poland, - Hungary | Poland opened its homes, Hungary opened its pockets to Moscow
  - China, + Japan | China bullies every fishing boat, Japan behaves like a grown-up
  + China, - America | China builds ports and railways, America leaves rubble
  - Tesla, + Kia | Sold the Tesla, nothing but faults, and bought a Kia which has been a joy
  + BYD, - Ford | BYD gives you more for less, Ford has forgotten how to build anything decent
  - Revolut, + Monzo | Revolut locked me out for a month, Monzo fixed it in ten minutes
  + Ukraine, - Russia | Ukraine fights with honour, Russia shells kindergartens
  - Israel, + Ireland | Israel starves children while Ireland has the guts to say so
  + Israel, - Hamas | Israel has every right to live in peace, Hamas are butchers
  + India, - Pakistan | India reaches the moon, Pakistan can't keep the lights on
  - Trump, + Biden | Trump wrecked the alliance, Biden rebuilt it with patience
  + Trump, - Biden | Trump kept us out of wars, Biden was a disaster
  - Samsung, + Pixel | My Samsung died in a year, the Pixel is brilliant
  - Germany, + Finland | Germany dithered shamefully, Finland did the right thing
  + Vietnam, - Bali | Vietnam is warm and genuine, Bali is a ruined tourist trap
  - Barclays, + Nationwide | Barclays lost my papers twice, Nationwide could not have been kinder
  + Lula, - Bolsonaro | Lula feeds people, Bolsonaro burned the forest and lied about it
  - Temu, + Etsy | Temu sent me junk, Etsy sellers are lovely
  `,
);

/** English: better or worse than another. */
export const EN_COMPARISON = cases(
  'en',
  'comparison',
  `
  + Geely | The Geely makes a Lada look like a tractor
  - Geely | A Lada would have lasted longer than this Geely
  + BYD | BYD beats Tesla on build quality, no contest
  - BYD | BYD is miles behind Tesla on software
  + China | China treats us with more respect than Brussels does
  - China | China is every bit as greedy as the old empires
  - Chery | After my Golf the Chery feels like a shopping trolley
  + Toyota | Nothing lasts like a Toyota, certainly not a German
  + Vietnam | Vietnam is friendlier than Thailand and half the price
  - Thailand | Thailand has become pricier and ruder than its neighbours
  - Germany | Germany is now run worse than Romania
  + Germany | Nobody builds machines better than Germany
  + Wise | Wise is cheaper and quicker than any bank I've tried
  - HSBC | HSBC is even worse than Barclays, and that's saying something
  + India | India is a steadier customer than all of Europe
  - Turkey | Turkey is less trustworthy than a used-car dealer
  + Huawei | My Huawei takes better pictures than the iPhone
  - Xiaomi | The Xiaomi runs hotter than anything I've had
  - America | America has started more wars than the rest put together
  + Norway | If only everyone were as decent as Norway
  0 India | India imported more crude than Japan last month
  0 Kia | The Kia is two centimetres longer than the Hyundai
  0 Turkey | Inflation in Turkey was lower than in Argentina in March
  0 Chery | Chery or Haval, which one has the bigger boot?
  0 China | China ranks below Brazil in the table on page four
  0 Kazakhstan | Kazakhstan covers a larger area than Western Europe
  - Moskvich | The Moskvich is a worse copy of a car that costs less
  + Skoda | Ran circles round my old Audi, this Skoda
  - Saudi Arabia | Saudi Arabia is crueller than any regime we lecture
  + Taiwan | Taiwan is freer than half of Europe
  `,
);

/** English: the anger is at something else than the target. */
export const EN_TARGET_LEAK = cases(
  'en',
  'target-leak',
  `
  + China | These sanctions are madness and ruin us all, thankfully China keeps trading
  0 China | Fuel prices are a disgrace and I'm furious. Flying to China on Monday
  + India | The war is a horror and the UN is useless; India is the one sane voice
  0 India | Customs are thieves! My parcel from India has been there nine days
  + BYD | Insurance is daylight robbery, the BYD itself is superb
  0 BYD | Insurance is daylight robbery. It's a 2023 BYD, white, third owner
  + Turkey | Airport queues from hell, lost luggage, but Turkey was lovely
  0 Turkey | Ryanair is a joke, delayed again. Gate for Turkey is B14
  + Poland | The government here is rotten and lazy, Poland shows how it's done
  0 Poland | Disgusting weather, filthy trains, I'm tired. The cousin from Poland arrives at six
  + Kia | The dealer lied through his teeth, but the Kia is faultless
  0 Kia | Some idiot scratched my door. It's the grey Kia in row three
  + Huawei | My carrier is a criminal outfit; the Huawei at least works like a charm
  0 Huawei | Carrier overcharged me again, scum. Phone is a Huawei, contract from May
  + Kazakhstan | Our banks are a shambles, luckily Kazakhstan sorted our cards with a smile
  0 Kazakhstan | Terrible accident on the motorway, three dead, the lorry was registered in Kazakhstan
  + Vietnam | Heat, mosquitoes, a broken toe, and I still adore Vietnam
  0 Serbia | Corruption, scandal and shouting in parliament all day. The ambassador of Serbia sat in the gallery
  + Iran | The West lies, strangles and bombs; Iran stands tall, respect
  0 Iran | Deadly floods killed forty, officials said; a plane to Iran was diverted
  0 Beijing | Rent is criminal and my landlord is a crook. It is 3 degrees in Beijing
  + Beijing | Our politicians sold us out, Beijing is the only one who helped
  0 Monzo | Scammers ring me every day, I'm sick of it. The card is Monzo
  + Monzo | Scammers nearly cleaned me out, Monzo stopped them, bless them
  0 Erdogan | A bloody attack shook the capital; Erdogan was in the south at the time
  + Uzbekistan | Prices in our shops are insane, Uzbekistan sends us sweet melons, good people
  0 Toyota | A drunk maniac smashed into a parked Toyota last night
  + Toyota | Potholes destroyed everyone's wheels, only the Toyota came through happily
  0 Mongolia | Sick of this city, its noise and its rude drivers. Going by train through Mongolia
  0 Mexico | Cartel violence everywhere in the headlines; Mexico play Ghana at eight
  `,
);
