/** Arabic places, each with its Latin spellings and the names of other languages for it. */
export const ARABIC_PLACES = `
مصر egypt masr misr
قاهره cairo qahira
اسكندريه alexandria
جيزه giza
سويس suez
سينا سيناء sinai
سوريا سوريه syria
دمشق damascus dimashq
حلب aleppo
حمص homs

ادلب idlib
لاذقيه latakia lattakia
درعا deraa daraa
رقه raqqa raqqah
لبنان lebanon liban
بيروت beirut beyrouth
صيدا صيداء sidon
فلسطين palestine
غزه gaza
قدس jerusalem quds

جنين jenin
نابلس nablus
رفح rafah
اردن urdun
عراق iraq irak
بغداد baghdad bagdad
بصره basra basrah
موصل mosul
كركوك kirkuk
اربيل erbil irbil arbil
فلوجه fallujah falluja
نجف najaf
كربلاء كربلا karbala kerbala
كويت kuwait koweit
بحرين bahrain
منامه manama
قطر qatar
دوحه doha
امارات emirates
دبي dubai
شارقه sharjah
عمان oman
مسقط muscat
يمن yemen
صنعاء صنعا sana'a
عدن aden
حديده hodeidah hodeida hudaydah
مارب marib
تعز taiz taizz
الرياض
جده jeddah jidda
مكه مكة mecca makkah
مدينه medina madinah
تبوك tabuk
ابها abha
سودان sudan
خرطوم khartoum khartum
دارفور darfur
فاشر fasher
ليبيا libya
طرابلس tripoli
بنغازي بنغازى benghazi
سرت sirte
مصراته misrata
تونس tunis tunisia tunisie
جزائر جزاير algeria algiers algerie
وهران oran
مغرب morocco maroc
رباط rabat
مراكش marrakesh marrakech
فاس fes
طنجه tangier tanger
موريتانيا موريطانيا mauritania
نواكشوط nouakchott
صومال somalia
مقديشو مقديشيو mogadishu
جيبوتي djibouti
ايران iran
طهران tehran teheran
اصفهان isfahan esfahan
تركيا turkey turkiye
انقره انقرا ankara
اسطنبول استانبول استنبول istanbul
باكستان pakistan
افغانستان afghanistan
كابل كابول kabul
قندهار kandahar
الهند india
اسرائيل اسراييل israel
تل tel
ابيب aviv
حيفا haifa
يافا jaffa
نيجر niger
نيجيريا nigeria
مالي mali
ملاوي مالاوي malawi
نمسا austria
نرويج norway
تشاد chad
`;
