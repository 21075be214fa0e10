/**
 * Arabic names whose vowels tell them from one another («حسن», «حسين», «حسان»), with their Latin spellings
 * in news. One name a line: the standard Arabic spelling, then all others. Written by the project.
 */
export const ARABIC_NAMES = `
محمد mohammed muhammad mohamed mohammad mohamad muhammed muhamed mohamod mahomet
احمد ahmed ahmad achmed ahmet
محمود mahmoud mahmud mahmood mehmood
حامد hamed haamid
حمد hamad
حميد hamid hameed
حمدي hamdi hamdy
حمدان hamdan
حمدون hamdoun hamdun
حماد hammad
حمود hamoud humoud hammoud hamud
محمدي mohammadi mohammedi muhammadi
احمدي ahmadi ahmedi
مصطفي مصطفا mustafa mostafa moustafa mustapha moustapha mostapha
حسن hassan hasan hacen hacene
حسين hussein husayn hussain husain hossein houssein hosein hussin hoosein houcine hocine
حسان hassaan hassane
حسني hosni husni hosny
حسنين hassanein hassanain
مازن mazen mazin
محسن mohsen muhsin mohsin
علي ali aly
علا ola
علاء alaa
عالي aali
علوي alawi alavi allawi
عمر omar umar omer
عمرو amr amro amrou
عامر amer aamer aamir
عمار ammar amar
عمران imran omran emran
امير amir ameer emir
اميره amira ameera
امين amin ameen amine
امينه amina aminah ameena
ايمن ayman aiman aymen
ايمان iman eman imane
مامون mamoun maamoun mamun mamoon
خالد khaled khalid khalad
خليل khalil khaleel
خلف khalaf
خليفه khalifa khalifah khaleefa khalifeh
خلدون khaldoun khaldun khaldoon
يوسف youssef yusuf yousef yousuf youssouf yusef joussef yousif yusif yosef
يونس younes yunus younis yunis
ابراهيم ابرهيم ibrahim ibraheem ebrahim brahim
اسماعيل اسمعيل ismail ismael esmail ismaeel ismaïl
اسحاق اسحق ishaq ishak
يعقوب yaqoub yaqub yacoub yakoub yaacoub yaqoob
موسي موسا musa moussa mousa
موسوي mousavi musawi moussawi moussavi
عيسي عيسا issa isa eissa
يحيي يحيا yahya yehia yahia
زكريا زكرياء zakaria zakariya zakariyya zakareya
داود داوود داؤود dawood dawoud daoud dawud daud davud
سليماني soleimani sulaimani suleimani
سليمان suleiman sulaiman soleiman soliman sulayman sulieman
سلمان salman selman
سلمي سلما salma
سالم salem saalim
سليم salim saleem selim
سلام salam salaam
سلامه salama salameh salamah
سلوم salloum
سلامي salami
مسلم muslim moslem
سعود saud saoud
سعودي saudi
سعد saad
سعيد saeed saied said saïd sa'id
سعدي saadi
سعدون saadoun sadoun
سعاد souad suad soad
مسعود masoud massoud masud messaoud
اسعد asaad assaad
سيد sayed sayyid sayyed sayid
عبيد obeid obaid ubayd ubaid
عبيدي obeidi obaidi
عبود abboud aboud
عباس abbas
عبادي abadi
عادل adel aadel
عدلي adly adli
عدنان adnan
كريم karim kareem
كريمه karima kareema
كارم karem
كرم karam
كرمان karman kerman
كرامي karami karameh
كامل kamel
كمال kamal kemal
كميل kumail
كاظم kazem kadhim kadhem kazim
كاظمي kazemi kadhimi
سمير samir sameer
سمر samar
سامر samer
سميره samira sameera
سامي sami samy
سما sama
اسامه osama usama oussama
اسماء asma asmaa
باسم bassem basem basim bassim
بسام bassam
بشار bashar bachar
بشير bashir basheer bachir
بدر badr bader
بكر bakr
بلال bilal belal
بركات barakat
بندر bandar
ثامر thamer
ثاني thani
تميم tamim tameem
تركي turki
طارق tariq tarek tareq tarik
طه taha
طلال talal
طالب taleb talib
طاهر taher tahir
طيب tayeb tayyib tayib
ابوطالب aboutaleb
جابر jaber jabir gaber
جبران gebran jibran gibran
جبريل jibril gibril jebril djibril
جعفر jaafar jafar jaffar gaafar
جعفري jaafari jafari
جلال jalal galal
جليل jalil galil
جميل jamil jameel gamil
جمال jamal gamal djamal djamel
جمعه jumaa gomaa joumaa jomaa
جمعان jamaan
جهاد jihad gehad
جواد jawad javad
جاسم jassim jasim jassem jasem
قاسم qassem qasim qassim kassem qasem kasim ghassem kacem
قيس qais qays kais
قائد qaed
قابوس qaboos qabus
حاتم hatem hatim
حافظ hafez hafiz
حبيب habib habeeb
حداد haddad
حريري hariri
حمزه hamza hamzah
حنان hanan
حنا hanna
حنيه haniya haniyah
هنيه haniyeh haniye
حيدر haidar haydar haider hayder heydar
حوثي houthi huthi houthis
حفتر هفتر haftar hifter
حمدوك hamdok
داليا dalia
دياب diab
رامي rami ramy
رائد raed
رافت raafat raafet
راشد rashed raashid
رشيد rashid rasheed rachid
رشاد rashad
رشدي rushdi rushdie roshdy
رحيم rahim raheem
رحمن رحمان rahman rehman
رضا reza rida redha
رضوان radwan ridwan redouane
رمضان ramadan ramzan ramazan
رمزي ramzi ramzy
رياض riyad riad ryad
رياضي riyadi
روحاني rouhani rohani ruhani
رئيسي raisi raeesi
خامنئي خامنيي khamenei khamenaei khameini
خميني khomeini khumayni
خاتمي khatami
زيد zayd zaid
زايد zayed
زياد ziad ziyad
زيدان zidan zidane zeidan
زينب zainab zaynab zeinab
زكي zaki zaky
زهير zuhair zuheir zoheir zouhair
زاهر zaher
زهراء zahra
شريف sharif sherif shareef cherif
شكري shoukry shukri choukri shokry
شهاب shihab shehab chehab
شيخ sheikh shaikh cheikh sheik
صادق sadeq sadiq sadegh sadek
صالح saleh
صلاح salah
صليح salih
صدام saddam
صدر sadr
صباح sabah
صبري sabri sabry
صفدي safadi
ضياء diaa dia
عاطف atef
عاصم assem
عرفات arafat
عزام azzam
عزيز aziz azeez
عزه azza
عزت ezzat izzat
عساف assaf
عصام essam issam isam
عطيه attia atiyah atiyeh attiya
عقيل aqeel aqil
عقيله aguila aqila
عون aoun
عوض awad
عريقات erekat erakat
غازي ghazi
غسان ghassan
غانم ghanem
غنوشي ghannouchi ghannushi
فارس fares faris
فاروق farouk farouq faruq
فاطمه fatima fatimah fatma fatemeh fatema
فاضل fadel fadil fadhil
فادي fadi fady
فتاح fattah
فتحي fathi fathy fethi
فخري fakhri
فريد farid fareed
فرج faraj farag
فهد fahd fahad
فؤاد fouad fuad foad
فوزي fawzi fawzy faouzi
فيصل faisal faysal feisal fayçal
فياض fayyad fayad
قذافي gaddafi qaddafi kadhafi gadhafi qadhafi gadafi
كوثر kawthar
لبني لبنا lubna loubna
لطفي lotfi lutfi lotfy
ليلي ليلا layla leila laila leyla
ماجد majed majid madjid maged
ماهر maher
مالك malek malik maalik
مالكي maliki
مبارك mubarak mobarak moubarak
مجدي magdy majdi magdi
مدبولي madbouly madbouli
مرسي مرسا morsi mursi morsy
مرزوق marzouq marzouk
مروان marwan
مروه marwa
مريم maryam mariam mariem meryem
مشعل meshaal mashaal mishal
معاذ moaz muath
معتز moataz mutaz
معمر muammar moammar
مقتدي مقتدا moqtada muqtada
مكي makki
ملك malak
منصور mansour mansur mansoor
منصوري mansouri
منير munir mounir moneer
مني منا mona muna mouna
مهدي mahdi mehdi
مؤيد moayad
ميقاتي mikati miqati
ناجي naji nagy nagi
نادر nader
ناديه nadia nadya
ناصر nasser nasir naser nassir
نصر nasr
نبيل nabil nabeel
نبيه nabih
نجيب najib naguib nagib najeeb
نزار nizar nezar
نعيم naim naeem
نهيان nahyan nahayan nahyane
نواف nawaf
نور noor nour nur
نوري nouri nuri
هادي hadi hady
هاشم hashem hashim hachem
هاشمي hashemi hashimi
هاني hani hany
هشام hisham hesham hicham
هيثم haitham haytham
وائل wael wail
وسام wissam wisam
وليد walid waleed oualid
ياسر yasser yasir yaser
ياسين yassin yassine yasin yaseen
ياسمين yasmin yasmine yasmeen jasmin
برهان burhan borhan burhane
بغدادي baghdadi
بوتفليقه bouteflika
تبون tebboune
سيسي sisi sissi
اسد assad asad
سنوار sinwar
سويدان suwaidan sweidan
سوداني sudani
سيستاني sistani
شرع sharaa
شاهد shahed
شهباز shahbaz
شعراوي shaarawi sharawi
شاهين shahin shaheen
ضيف deif
صدر sadr
طالباني talabani
بارزاني برزاني barzani
ظريف zarif
عراقجي عراقتشي araghchi araqchi
عبدالمهدي abdulmahdi
غيط gheit
غزالي ghazali
مكتوم maktoum maktum
نهاري nahari
نصرالله نصرلله nasrallah nasralla
سعدالله saadallah
خيرالله khairallah kheirallah
فضلالله fadlallah
جارالله jarallah
حزبالله hezbollah hizbullah hizballah hizbollah
حماس hamas
داعش daesh daish isis
قاعده qaeda qaida
فتح fatah
طالبان taliban
جزيره jazeera
عربيه arabiya
اهرام ahram
قطري qatari
ازهر azhar
اقصي اقصا aqsa
قصير qusayr
قحطاني qahtani kahtani
شمري shammari
عتيبي otaibi
حربي harbi
غامدي ghamdi
زهراني zahrani
مطيري mutairi
دوسري dosari dossari
عنزي anazi enezi
جبير jubeir jubair
خاشقجي khashoggi khashoggi khashuqji
راجحي rajhi
سديري sudairi
قرني qarni
مغربي maghribi
مصري masri
تونسي tounsi tunsi
جزايري jazairi
سنيوره siniora
جنبلاط jumblatt joumblatt
جعجع geagea
بري berri
دين din deen eddine eddin
قادر qader kader qadir kadir
حكيم hakim hakeem
غني ghani
وهاب wahab wahhab
حليم halim haleem
لطيف latif lateef
رزاق razzaq razak razzak
منعم moneim monem munim
باسط baset basit
خالق khaliq khaleq
رؤوف رءوف raouf rauf
صمد samad
ستار sattar
جبار jabbar
ابوبكر abubakr aboubakr aboubaker abubaker abubakar
ظبي dhabi zabi
رامالله ramallah
الله allah
قاضي qadi
قرضاوي qaradawi
ظواهري zawahiri
لادن laden ladin
عثمان osman othman uthman ottman
عمار ammar
صلالي salali
رباب rabab
ريما rima
هدي هدا huda hoda houda
هناء hanaa
هند hind
سناء sana
سوسن sawsan
سهير suhair soheir
سهي suha soha
نجلاء naglaa najla
نهي نها noha nuha
شيماء shaimaa
خديجه khadija khadijah khadijeh
عائشه عايشه aisha aicha ayesha aysha aishah
زينه zeina
توكل tawakkol tawakkul
كرماني kermani kirmani
قسام qassam
سوار siwar
اياد iyad eyad ayad
ايهاب ihab ehab
اشرف ashraf achraf
اكرم akram
انور anwar
انس anas
انيس anis
ايوب ayoub ayyub ayyoub
ادريس idris idriss driss
ادم adam
اسلام islam
اكرام ikram
امل amal
امال amaal
انصاري ansari
`;
