import { cases } from '../case-table.ts';

/** English: the words of another, with the stance that they express; own where the author answers them. */
export const EN_QUOTED_SPEECH = cases(
  'en',
  'quoted-speech',
  `
  -" China | "China is behaving disgracefully," a senator from Texas said
  +" China | "China is our finest partner," the governor told reporters at the bridge
  + China | They keep telling me "China will rob you". Rubbish, they've been straight with us for years
  - China | The television says China is our brother. What a lie
  -" India | A minister in Warsaw called India irresponsible
  +" Turkey | Turkey deserves praise, according to a White House spokesman
  - Turkey | "Honest broker", they say. Turkey is a crook and everyone knows it
  + Iran | I was told Iran was backward. Wrong, I met the kindest people there
  0" Iran | Iran is losing the war, one analyst argued
  - HSBC | The clerk swore HSBC cares about customers. It doesn't, they froze us without a word
  + HSBC | My neighbour calls them thieves, but HSBC refunded me in full within a day
  -" HSBC | The union accused HSBC of bullying staff; the bank declined to comment
  + BYD | The forums scream "junk", my BYD is a delight
  - BYD | The salesman promised the BYD was bulletproof. He lied, it's on a tow truck
  -" BYD | Anyone seen the video where he slates the BYD for its brakes?
  -" Hungary | An MP proposed punishing Hungary, colleagues voted it down
  - Hungary | "A loyal ally", we were told. Hungary stabbed us in the back
  + Hungary | You read that Hungary hates foreigners. Nonsense, I live here and people are wonderful
  -" Lukashenko | "Lukashenko is a dictator," the commission's envoy repeated
  + Orban | Call him what you like, I say Orban saved his country
  - Erdogan | Peacemaker, you say? Erdogan makes war wherever he can
  -" Erdogan | Erdogan is playing a double game, the columnist writes; others disagree
  -" Germany | A newspaper in Beijing accused Germany of double standards
  - Germany | They said Germany was paradise for nurses. It's humiliation and paperwork
  + Japan | Grandad always said Japan was the enemy. He was wrong, it's a marvellous country
  -" Japan | The report's author claims Japan is to blame for the collapse of talks
  +" Trump | "Trump saved us," supporters chanted outside the court
  - Trump | I keep reading that Trump brings peace. Please, he sells wars
  -" Chery | One reviewer wrote, "the Chery died in the cold". The maker said it would look into it
  + Skoda | Dad said it would fall apart, well, the Skoda never did and I'm glad I ignored him
  `,
);

/** English: the opposite of what the words say. Recorded, not scored. */
export const EN_SARCASM = cases(
  'en',
  'sarcasm',
  `
  ? China | Sure, China will "help", any decade now
  ? BYD | Love my BYD, it knows every tow truck driver in town
  ? Turkey | Turkey the honest broker, I'm welling up
  ? HSBC | Two hours of hold music, thank you HSBC, truly moving
  ? India | India, best of friends, as long as the discount lasts
  ? Chery | A miracle of engineering, the Chery kept all four wheels for six months
  ? Iran | Iran won again, on Telegram
  ? Germany | Genius move by Germany, shut the reactors and burn coal
  ? Temu | Bravo Temu, my kettle arrived as a jigsaw
  ? Erdogan | Erdogan, our loyal friend on even days
  ? Uber | So kind of Uber to triple the price for my safety
  ? America | America is delivering democracy again, from thirty thousand feet
  ? Russia | Russia's famous three-day victory, happy third anniversary
  ? Tesla | Nothing says luxury like a Tesla with rain inside
  ? Hungary | Hungary standing bravely with whoever pays
  ? Modi | Modi hugged another one, world peace is near
  ? Barclays | Barclays charged me for being charged, brilliant service
  ? Dubai | Dubai, so much culture, I counted four malls
  ? Xiaomi | The Xiaomi doubles as a hand warmer, what value
  ? Macron | Another phone call from Macron, the war is surely over
  `,
);

/** English: long posts in which one clause is about the target. */
export const EN_LONG_POST = cases(
  'en',
  'long-post',
  `
  - Geely | Hello from the new house. We moved in March, the kids changed schools, and my wife found work round the corner. The garden is big enough for apple trees. One thing went wrong: we bought a Geely and it has been falling apart since day one. The dog is settling in. In spring I'd like a greenhouse, so if anyone has spare panels, let me know.
  + Poland | We drove the long way with three children and a tent. It rained in Brno, the youngest was sick, and we lost a tent peg. I have to say Poland was fantastic, clean and calm and welcoming. Coming back we took the ferry. The bill for petrol was more than the ferry, go figure. Pictures when I find the cable.
  0 Turkey | Selling up before we move: wardrobe, washing machine, two bikes, a cot. Everything in good order, the machine is three years old. The rug came from Turkey, two metres by three. Collection only, near the station. Call after six, I work days. The cat is not for sale so please stop asking.
  - China | The conference was dull and the room too warm. First came logistics, then warehouses, then a panel on staff nobody can find. Same figures as last year. Over coffee a haulier told us how China had fleeced his firm, and I believe him, it did the same to mine. Lunch ran out by noon. Next meeting is in November.
  + China | I have been a welder for twenty years. Bosses came and went, the shop moved twice, and machines were scrapped and bought again. We try all sorts of rods. My current set is made in China and it's magnificent, not one failure. Youngsters don't want the job. I've got two trainees, one of them bright. Seven years to my pension.
  0 China | A question for those who know. My nephew has finished college and is thinking about logistics or customs work. His English is average and he has no second language. He is looking at three options, one of them in China. What does a dormitory cost, and does he need a medical certificate? Nobody picks up at admissions.
  - Barclays | What a month. A pipe burst, my son broke an arm, then the car died. The insurer paid at once and the doctor was attentive. The plumber even wiped his feet. Barclays, on the other hand, wore me out, they lost my documents three times. Things are improving. The cast comes off tomorrow. The raspberries are ripe.
  + Nationwide | Settling an estate takes a suitcase of paper. The solicitor was away, the archive had a flood, and we drove up north twice. The only ones who were quick and kind were Nationwide, all done in a day. We're letting the flat for now. The neighbour has agreed to keep an eye on it. I have the keys if anyone wants to look.
  0 Iran | Daily bulletin. Rain in the north, rivers within their banks. Two kilometres of water main have been replaced. Pupils came home from the olympiad with certificates. The college signed an exchange and eight students will come from Iran. The fair is on Saturday and Mill Street will be closed. Buses run along the river until nine.
  - India | I've been moving medicines for a dozen years. The market changed, suppliers came and went, we doubled the warehouse. The Swiss left quietly and the Turks hold their price. India has been the worst of all, expired stock, fakes and excuses. We now work with a plant down the road. We do our own certificates. Ask if you need the lab's number.
  + India | Went to the tea fair on Sunday. The hall was stuffy, the crowd endless and parking impossible. Ceylon had a small stand and Kenya brought samples. But India amazed me, I have never tasted a darjeeling like it. I took home three kinds. Walked back to the tube, the chestnuts are already yellow. I need a new pot, the old one leaks.
  - Chery | One-year report. Twenty-eight thousand kilometres, three oil changes, first set of tyres. We've been to the lakes, the coast and the in-laws. The heated wheel is a hit. But truth be told the Chery is a disappointment, the electrics fail and the dealer shrugs. Insurance went up. My daughter is asking for a horse so we may need a trailer.
  + Haval | It took us ages to choose a family car. We tried pickups, vans, and nearly left a deposit twice. Korean ones cost too much. In the end we got a Haval and couldn't be happier, it sailed through winter. The pram fits and so does the dog. We had to extend the garage. If I get leave in autumn, we'll go to the sea.
  0 Haval | Lost dog. Ginger mongrel with a blue collar, ran off on the evening of the second near the shop on Forest Road. Answers to Bagel and likes people. Last seen by the car park next to a grey Haval with a trailer. We've called the vets and put up posters. Please check your sheds and cellars. Grateful for any news.
  - Hungary | The move took half a year. We collected papers, sold the flat and said our goodbyes. I drove the van myself. The children learned songs in two languages. To be frank, Hungary received us coldly and squeezed us for fees at every desk. I've found work in a garage. We rent by the river. By autumn we'll know if we stay.
  0 Vietnam | News from the stamp club. We meet on the third Saturday at the library, second floor. There'll be swaps, a talk on watermarks, and tea. Bring your catalogues. New arrivals: Cuba, Vietnam, Bulgaria, all before 1970. The fee is unchanged. Kindly return the books you borrowed in March. Use the side entrance.
  + Japan | I've collected tools since I was a boy. The saws were my father's, the planes my grandfather's, and the vice came from a works that no longer exists. I seldom buy new. For chisels I swear by one source: Japan makes superb steel, you sharpen it once a year. The bench is oak, built it myself. In summer I teach five boys.
  - Uber | Third day without water, the neighbours chipped in for a pump. The management promises Friday. The children are at grandma's, she has a well. In the evening I tried to get a ride and Uber wanted triple, shameless. Walked home, rather nice in fact. The shop is open till ten. If anyone is driving to the station, take me along.
  + Uzbekistan | Second week on site. The crew is friendly and the foreman doesn't shout. They feed us soup and buckwheat, we sleep in a trailer. The tiler is from Uzbekistan, and what a wonderful country it must be to raise craftsmen like him. The crane broke on Wednesday. The first block should be finished by winter. Pay comes on time.
  0 Beijing | Timetable for October. Monday: grammar, Anna's group. Wednesday: conversation, the topic is weather and clothes. Friday: culture, we show a film about Beijing, forty minutes. Bring a squared notebook. If you missed the test, come on Saturday at ten. Fees are due by the fifth, as usual.
  `,
);
