/**
 * Names from elsewhere that have become known under several Arabic spellings, with their Latin ones. One
 * name a line, the most usual Arabic spelling first. Only what `skeleton.ts` would not bring together (short
 * names, names of Arabic shape, sounds written in two ways) needs to stand here. Written by the project.
 */
export const FOREIGN_PEOPLE = `
نتنياهو نتانياهو نتينياهو نيتانياهو netanyahu netanyaho netaniahu
غوتيريش غوتيرش غوتيرس غوتيريس جوتيريش جوتيريس جوتيرش قوتيريش غوتيريز غوتيريتش كوتيريش guterres gutierres
اردوغان اردوجان اردغان اوردوغان اوردغان ايردوغان اردوكان erdogan erdoghan
ترامب ترمب طرامب trump
بوتين بوتن putin poutine
بايدن بيدن biden
ماكرون مكرون macron
اوباما obama
كلينتون كلنتون clinton
ميركل مركل مريكل merkel
شولتس شولتز شولز scholz
ميرتس ميرز merz
زيلينسكي زيلنسكي زلينسكي زلنسكي زيلينسكى زيلنسكى zelensky zelenskyy zelenskiy zelenski
لافروف لافرورف lavrov
ميدفيديف مدفيديف medvedev
بيسكوف peskov
غورباتشوف جورباتشوف غورباتشيف gorbachev gorbatchev
ستالين stalin
لينين lenin
يلتسين يلتسن yeltsin
بلينكن بلنكن بلينكين blinken
روبيو rubio
فانس vance
هاريس harris
هيغسيث هيجسيث hegseth
ويتكوف witkoff
كوشنر kushner
بومبيو بومبييو pompeo
بولتون bolton
بوش bush
ريغان ريجان reagan
كارتر carter
نيكسون nixon
كيسنجر كسنجر kissinger
كيري kerry
ماركل markle
باول powell
رايس rice
تيلرسون تلرسون tillerson
ماتيس mattis
ماسك musk
ايلون الون elon
دونالد دونلد donald
جو joe
جون john
جورج george
جورجيا georgia giorgia
جوزيف josef joseph
جوزيب josep
بوريل borrell
بنيامين benjamin binyamin
فلاديمير vladimir
فولوديمير فلوديمير volodymyr
سيرغي سيرجي sergey sergei serguei
رجب recep
طيب tayyip
ايمانويل امانويل emmanuel
انطونيو antonio
انتوني انطوني anthony antony
انجيلا انغيلا انجلا angela
كير keir
ستارمر starmer
جونسون johnson
سوناك sunak
تراس truss
ماي may
كاميرون cameron
بلير blair
تاتشر ثاتشر thatcher
براون brown
فيدان fidan
اوغلو اغلو اوجلو oglu
كيم kim
اون un
شي xi
بينغ بينج ping
جينبينغ جينبنغ جينبينج jinping
مودي modi
غاندي جاندي ghandi gandhi
خان khan
لولا lula
بولسونارو bolsonaro
مادورو maduro
تشافيز شافيز chavez
كاسترو castro
ميلي milei
ترودو trudeau
كارني carney
سانشيز سانتشيز سانشيث sanchez
ميلوني meloni
برلسكوني berlusconi
اوربان orban
توسك tusk
فوتشيتش فوسيتش vucic
ستولتنبرغ ستولتنبرج شتولتنبرغ stoltenberg
روته روتي rutte
لاين leyen
ساركوزي sarkozy
شيراك chirac
هولاند hollande
لوبن لوبان lepen
ميتران mitterrand
كوفي kofi
عنان انان annan
مون moon
غروسي جروسي غروسى grossi
بيدرسن بيدرسون بيدرسين pedersen
غريفيث غريفيثس griffiths
بلاسخارت plasschaert
غالانت جالانت غلانت gallant
غانتس جانتس غانتز جانتز gantz
لابيد lapid
بينيت بنيت bennett
ليبرمان لبرمان lieberman liberman
شارون sharon
رابين rabin
باراك barak barack
اولمرت olmert
بيريز بيريس peres perez
سموتريتش سموترتش smotrich
كاتس كاتز katz
هرتسوغ هرتسوج herzog
ابي abiy
ميسي messi
رونالدو ronaldo
نيمار neymar
مبابي مبابى mbappe
غوارديولا جوارديولا guardiola
انشيلوتي انشلوتي ancelotti
بنزيما بنزيمه benzema
زوكربيرغ زوكربيرج زوكربرغ zuckerberg
غيتس جيتس gates
بيزوس بيزس bezos
ناريندرا narendra
نيكولا نيكولاس nicolas
الكسندر الكساندر alexander aleksandr
الكسي اليكسي alexei alexey
اليزابيث اليزابث elizabeth
الياس elias
البرت البير albert
الفريد alfred
ميشال ميشيل michel
مايكل michael
جيمس james
ديفيد دافيد david
دانيال دانيل daniel
وليام ويليام وليم william
مارتن مارتين martin
توماس tomas thomas
روبرت robert
ماريا maria
ماري mary marie
اولاف olaf
بيدرو pedro
ريشي rishi
جاستن جاستين justin
جونغ جونج jong
ينس jens
جيك jake
سوليفان sullivan
اوستن اوستين austin
ستيف steve
ستيفن ستيفين steven stephen
غير geir
هانس hans
غراندبرغ غروندبرغ جروندبرج جروندبرغ grundberg
رافاييل رافايل رفاييل rafael raphael
يواف يوآف yoav
ايتمار itamar
غفير gvir
بيني benny
مارك marc mark
بيل bill
كلوب klopp
يورغن يورجن jurgen juergen
ديوكوفيتش دجوكوفيتش جوكوفيتش djokovic
مايك mike
نانسي nancy
جيم jim
جيف jeff
جاك jacques jack
جين jin jean
تيم tim
توم tom
توني tony
تيد ted
بوب bob
بول paul
بيتر peter
بيير pierre
بوريس boris
اوليغ اوليج oleg
ايغور ايجور igor
ايفان ivan
ايلي eli elie
ايهود ehud
ارييل ariel
شمعون shimon
كارل carl karl
كارلوس carlos
كيفن كيفين kevin
كريس chris
لويد lloyd
لينا lena
ليز liz
لوك luke luc
ليو leo
نيك nick
هنري henry henri
هيلاري hillary hilary
فرانك frank
فيكتور viktor victor
فولكر volker
بيرتس بيرتيس perthes
كوستا costa
كامالا كمالا kamala
كونراد konrad conrad
ماريو mario
مايا maya
ناتالي natalie nathalie
اندريه اندري andrei andrey andre
سيمون simon
غوستافو جوستافو gustavo
بيترو petro
خوان juan
خوسيه jose
غوايدو جوايدو guaido
يفغيني يفجيني yevgeny evgeny
بريغوجين بريجوجين prigozhin
تيدروس تيدرس tedros
غيبريسوس جيبريسوس ghebreyesus
جيل jill
بيربوك baerbock
ريابكوف ryabkov
دقلو daglo dagalo
بزشكيان pezeshkian
`;
