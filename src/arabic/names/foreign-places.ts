/** Places and organisations from elsewhere, as `foreign-people.ts`. Written by the project. */
export const FOREIGN_PLACES = `
لندن london londres
باريس paris
برلين berlin
موسكو موسكوا moscow
واشنطن واشنطون وشنطن washington
نيويورك newyork
روما rome roma
مدريد madrid
كييف كيف كييڤ كياف kyiv kiev
اوكرانيا اكرانيا ukraine
روسيا russia
بروكسل بروكسيل brussels
جنيف geneva
فيينا vienna
بيجين بكين beijing peking
صين china
يابان japan
طوكيو tokyo
كوريا korea
سيول seoul
المانيا germany
فرنسا france
بريطانيا britain
انجلترا انكلترا انغلترا england
اسكتلندا اسكوتلندا scotland
ايرلندا ارلندا ireland
ايطاليا italy
اسبانيا spain
برتغال portugal
يونان greece
بلغاريا بلجاريا bulgaria
بلجيكا belgium
هولندا holland
مجر هنغاريا هنجاريا hungary
سويسرا switzerland
بلغراد بلجراد belgrade
بيلغورود بلغورود بيلجورود belgorod
هيلسنكي هلسنكي helsinki
لويس louis lewis luis
سويد sweden
دنمارك دانمارك denmark
فنلندا finland
ايسلندا iceland
بولندا poland
رومانيا romania
صربيا serbia
كرواتيا croatia
سلوفاكيا slovakia
سلوفينيا slovenia
ارمينيا armenia
اذربيجان azerbaijan
البانيا albania
استراليا australia
امريكا اميركا امريكه اميركه america
امريكي اميركي american
امريكيه اميركيه
كندا canada
مكسيك mexico
برازيل brazil brasil
ارجنتين argentina
فنزويلا venezuela
كولومبيا colombia
كوبا cuba
اثيوبيا ethiopia
اريتريا eritrea
كينيا kenya
اوغندا اوجندا uganda
سنغال senegal
غانا ghana
غينيا guinea
غابون جابون gabon
انغولا انجولا angola
كونغو كونجو congo
رواندا rwanda
ناميبيا namibia
زامبيا zambia
غامبيا جامبيا gambia
تنزانيا tanzania
بنغلاديش بنجلاديش بنغلادش bangladesh
نيبال nepal
سريلانكا srilanka
ماليزيا malaysia
اندونيسيا indonesia
فلبين فيليبين philippines
فيتنام vietnam
تايلاند تايلند thailand
تايوان taiwan
سنغافوره سنغافورا سنجافورة singapore
هونغ هونج hong
كونغ كونج kong
هيروشيما hiroshima
كاليفورنيا كالفورنيا california
تكساس texas
شيكاغو شيكاجو chicago
الاسكا alaska
بنسلفانيا pennsylvania
هامبورغ هامبورج hamburg
سان san
بطرسبورغ بطرسبرغ بطرسبورج petersburg
ستراسبورغ ستراسبورج strasbourg
لوكسمبورغ لوكسمبورج luxembourg
دونيتسك donetsk
لوهانسك لوغانسك luhansk lugansk
خاركيف خاركوف kharkiv kharkov
اوديسا اوديسه odessa odesa
خيرسون kherson
قرم crimea
فيسبوك فايسبوك facebook
تويتر twitter
غوغل جوجل قوقل google
يوتيوب youtube
رويترز reuters
بلومبرغ بلومبرج bloomberg
يونيسف يونيسيف unicef
يونسكو unesco
اونروا unrwa
ناتو nato
اوبك opec
برشلونه برشلونا barcelona
ارسنال ارسينال arsenal
ليفربول liverpool
تشيلسي تشلسي chelsea
مانشستر manchester
ميلان milan
ستوكهولم ستكهولم stockholm
سيدني sydney
زيمبابوي زمبابوي zimbabwe
مدغشقر madagascar
بوسنه bosnia
هندوراس honduras
اكوادور ecuador
بوينغ بوينج boeing
هواوي huawei
تويوتا toyota
فولكسفاغن فولكسفاجن volkswagen
انستغرام انستجرام instagram
زابوريجيا زابوروجيا زابوريجيه zaporizhzhia
`;
