import { cases } from '../case-table.ts';

/** English: what is denied is not said. */
export const EN_NEGATION = cases(
  'en',
  'negation',
  `
  - Turkey | Turkey is no friend of ours and never was
  - China | I don't trust China one bit
  + Vietnam | Vietnam has never let me down, five trips and counting
  + BYD | Two winters in and the BYD hasn't missed a beat
  - Tesla | Tesla never answered a single one of my emails
  - Revolut | Revolut wouldn't give me my own money back
  + Monzo | Monzo didn't charge me a penny abroad
  - Modi | Modi has not kept one promise to the farmers
  + Poland | Poland did not turn its back on refugees
  - Hungary | Hungary can't be counted on when it matters
  + Japan | Nobody in Japan tried to rip us off, not once
  - Chinese | There is nothing clever about Chinese bargaining, just pressure
  + Kia | Can't fault the Kia, honestly
  - Geely | Wouldn't touch a Geely with a barge pole
  + Estonia | Estonia isn't afraid of anybody and I admire that
  - Iran | Iran is not to be believed, not on this
  + Huawei | No complaints about my Huawei, four years old and quick as ever
  - Barclays | Barclays couldn't care less about small customers
  - Macron | Macron doesn't listen, he lectures
  + Lula | Lula didn't sell out the workers
  0 India | India has not published its coal figures for May
  0 Turkey | Turkey did not attend the working session on Tuesday
  0" Toyota | Toyota has no plans to open a plant in the region, a spokesman said
  0 Serbia | Serbia is not a member of the bloc
  0 Erdogan | Erdogan will not travel to the meeting, his office confirmed
  0 Chery | The Chery does not come with a spare wheel, does it?
  0 Kazakhstan | No flights to Kazakhstan on Sundays
  - Russia | Russia will never be a normal neighbour
  + Taiwan | Taiwan doesn't bully anyone
  - Saudi Arabia | Without its money no one would call Saudi Arabia a partner
  + Georgia | I have not met one unkind person in Georgia
  - Xiaomi | The Xiaomi is not worth even half of what I paid
  + Finland | Finland didn't flinch, hats off
  - Temu | I am not ordering from Temu again, ever
  + Mongolia | You won't find a more generous people, Mongolia stole my heart
  `,
);

/** English: one thing is set against another, both about the same target. */
export const EN_CONTRAST = cases(
  'en',
  'contrast',
  `
  - China | China isn't a partner, it's a landlord
  + China | China isn't the villain here, it has been a decent neighbour to us
  - Turkey | Not a mediator but a profiteer, that's Turkey
  + India | India isn't a traitor, it is simply smart
  - BYD | Gorgeous screen, but the BYD handles like a wet mattress
  + BYD | The name is silly, but the BYD is the best car we've owned
  - Tesla | I wanted to love it, yet the Tesla spent more time in the shop than on the road
  + Skoda | People laugh at the badge, still my Skoda outlasted their BMWs
  - Germany | Germany talks about values while it counts the invoices
  + Germany | Germany was slow, I grant you, but Germany came through in the end
  - Huawei | Cheap at the till, but Huawei dumps you the minute something breaks
  + Xiaomi | It looks like a toy, however the Xiaomi does everything mine needs
  - Macron | Fine speeches, sure, but Macron never delivers
  + Biden | He stumbles over words, yet Biden stood by us when it counted
  - Saudi Arabia | They sell it as reform, while Saudi Arabia jails anyone who talks
  + Hungary | Everyone scolds it, but Hungary at least protects its own
  - HSBC | The adverts are lovely whereas HSBC treats you like a suspect
  + Wise | I expected hidden fees, instead Wise was honest to the cent
  - Amazon | Not convenience but exploitation, that is what Amazon sells
  + Georgia | Poor on paper, rich in heart: Georgia won me over
  - Serbia | Serbia sings about brotherhood and ships shells to the other side
  + Vietnam | Hot, loud, chaotic, and yet Vietnam is wonderful
  - Chery | Looks a million dollars, though the Chery rattles itself to bits
  + Japan | Expensive it may be, Japan is worth every yen
  - Iran | They call it resistance, I call it murder: Iran is behind it
  + Kazakhstan | Less glamorous than Dubai, but Kazakhstan treated us like family
  - Erdogan | He smiles at both sides and Erdogan cheats both
  + Zelensky | Once a comedian, today Zelensky is a real leader
  - Dubai | All that glitter, and Dubai is hollow underneath
  + Poland | Grumpy officials aside, Poland is a great place to live
  `,
);
