import { cases } from '../case-table.ts';

/** English: emoji say it, or stand beside it. */
export const EN_EMOJI = cases(
  'en',
  'emoji',
  `
  + China | China ❤️🔥
  - China | China 🤮🤮🤮
  + BYD | BYD in the snow 👍👍👍
  - BYD | BYD 👎 second tow this month 😡
  0 China | 🇨🇳 China: yuan fixing this morning 📊
  + Poland | Poland 🤝🥰
  - Turkey | Turkey 🐍🐍
  0 Turkey | ✈️ Turkey, 14 May, 7 nights 🏖
  + India | India 💪💪 keep going
  - HSBC | HSBC 💩
  + Monzo | Monzo 🙏🙏 got it all back
  0 Barclays | 📍Barclays has moved next door
  - Chery | Chery... 🤦‍♂️🤦‍♂️
  + Kia | Kia 😍 three years together
  - Erdogan | Erdogan 🤡
  + Zelensky | Zelensky 🔥🔥 what a man
  - Germany | Germany 😂😂 had it coming
  + Serbia | Serbia 🫶 family
  0 Serbia | ⚽️ Serbia 2:1 Denmark
  - America | America 🤬 how much longer
  + Vietnam | Vietnam 🌴 in love 😍
  0 Iran | 📰 Iran: what we know so far
  - Temu | Temu again 😤😤😤
  + Etsy | Etsy 💙 here in a day
  - Uber | Uber 🖕
  `,
);

/** English: words and names of other scripts, written in Latin letters. */
export const EN_TRANSLITERATION = cases(
  'en',
  'transliteration',
  `
  - Rossiya | Rossiya lies as it breathes, shame on them
  + Zhongguo | Zhongguo jiayou! So proud of what they built
  - Zhongguo | Zhongguo copies everything and apologises for nothing
  + Bharat | Bharat is rising and I love to see it
  - Bharat | Bharat can't even keep the air clean, pathetic
  0 Bharat | Bharat will host the meeting in March
  + Nippon | Nippon makes the best tools in the world
  0 Nippon | Nippon opens its borders to groups in June
  - Rashka | Rashka is a rotten place, run by thieves
  + Ukrayina | Slava! Ukrayina is brave beyond words
  0 Ukrayina | Ukrayina changed its clocks on Sunday
  - Meiguo | Meiguo bombs and preaches, hypocrites
  + Meiguo | Meiguo gave my family a home, forever grateful
  0 Eluosi | Eluosi exported two million tonnes of barley
  - Eluosi | Eluosi took our land and never said sorry
  + Hanguk | Hanguk is fantastic, such kind people
  - Turkiye | Turkiye cheated us at the border, disgusting
  + Turkiye | Turkiye was a dream, warm people and great food
  0 Turkiye | Does Turkiye still need a visa for students?
  + Rodina | My old Rodina runs perfectly, wonderful watch
  `,
);

/** English: slips of the keyboard, stretched words, letters that only look right. */
export const EN_TYPOS = cases(
  'en',
  'typos',
  `
  - Chian | Chian betrayd us, shamefull
  + China | China is grate, luv them
  - Chinа | Chinа liеd agаin, disgracе
  + Chіna | Chіna hеlpеd us, thаnk yоu
  - byd | byd is absolute gabrage, dont by it
  + BYDDD | BYDDD is sooooo goood omg
  - Barcleys | Barcleys stol my monney agian
  + Monzzo | thankyou Monzzo you guys are amazin
  0 Turky | how much is a tiket to Turky in octobre
  - Turky | Turky is horribel, scamed at every step
  + Inida | Inida is a beutiful country, im in love
  - Erdogen | Erdogen is a trator and a liyer
  + Polnad | Polnad my belovd, best poeple
  - Cherry Tiggo | Cherry Tiggo broek down on day too, awfull
  + Kiaa | Kiaa suuuper, very hapy with it
  0 Kazakstan | do i need a pasport for Kazakstan by trian
  - Germny | Germny hates us, discusting
  + Vitenam | Vitenam is awsome, delishus fruit
  - C h i n a | C h i n a  s c a m m e d us, shame
  - ch1na | ch1na is f4ke and s3lls tr4sh
  + Sebria | Sebria are our bros, respekt
  - Amercia | Amercia liiiies like it breaths
  0 Irna | brekaing: Irna held excercises
  - chery | chery is cr@p, dont bother
  + Fnland | Fnland didnt blink, massiv respect
  `,
);
