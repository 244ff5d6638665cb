import Testing

@testable import GalleySegment

/// The ways in which items print their numbers.
@Suite struct NumberingTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let samples: [Sample] = [
    Sample(
      name: "digits and a space, with a sentence that begins with a number",
      source: """
        三项值得留意的发明
        编辑部选出三项发明，每一项都已经在实验室之外的地方用上了半年。
        1 会发光的墙纸
        墙纸白天吸收阳光，夜里慢慢放出来，足够照亮一条走廊，也不需要任何电线。
        2 潮汐电站
        2 年前，第一台样机沉到了海湾的底部，从那时起它几乎没有停过，只检修了两次。
        3 纸做的电路
        电路印在纸上，用完之后可以和旧报纸一起回收，成本只有原来的十分之一。
        """,
      outline: """
        T 三项值得留意的发明
        P 编辑部选出三项发明，每一项都已经在实验室之外的地方用上了半年。
        1 1 会发光的墙纸
        B 墙纸白天吸收阳光，夜里慢慢放出来，足够照亮一条走廊，也不需要任何电线。
        2 2 潮汐电站
        B 2 年前，第一台样机沉到了海湾的底部，从那时起它几乎没有停过，只检修了两次。
        3 3 纸做的电路
        B 电路印在纸上，用完之后可以和旧报纸一起回收，成本只有原来的十分之一。
        """),
    Sample(
      name: "numbers alone on their line",
      source: """
        Three ideas for a drier city
        Engineers in the delta have collected what worked and what did not, and here is the short list.
        1.
        Roofs that store rain
        A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        2.
        Streets that open
        Hinged slabs lift when the water rises and let it fall into the basin below the road.
        3.
        A sea wall of trees
        Mangroves break the waves and trap the mud that a wall of stone would lose to the tide.
        """,
      outline: """
        T Three ideas for a drier city
        P Engineers in the delta have collected what worked and what did not, and here is the short list.
        1 1 Roofs that store rain
        B A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        2 2 Streets that open
        B Hinged slabs lift when the water rises and let it fall into the basin below the road.
        3 3 A sea wall of trees
        B Mangroves break the waves and trap the mud that a wall of stone would lose to the tide.
        """),
    Sample(
      name: "numbers in words",
      source: """
        Tres inventos para un verano seco
        La redacción ha elegido tres inventos que ya se usan fuera del laboratorio.
        UNO. TEJADOS DE CORCHO. Guardan la lluvia de la primera hora.
        DOS. NIEBLA EN MALLAS. Recogen el agua de la mañana en la costa.
        TRES. RÍOS CON SOMBRA. Los sauces bajan cuatro grados la temperatura.
        """,
      outline: """
        T Tres inventos para un verano seco
        P La redacción ha elegido tres inventos que ya se usan fuera del laboratorio.
        1 UNO TEJADOS DE CORCHO
        B Guardan la lluvia de la primera hora.
        2 DOS NIEBLA EN MALLAS
        B Recogen el agua de la mañana en la costa.
        3 TRES RÍOS CON SOMBRA
        B Los sauces bajan cuatro grados la temperatura.
        """),
    Sample(
      name: "Arabic digits",
      source: """
        أهم 3 اختراعات في عام 2025
        ١. جدران من الطحالب
        تنظف الجدران هواء الشارع في النهار وتضيء في الليل.
        ٢. قوارب بلا طاقم
        تنقل القوارب الخضار من المزارع إلى السوق كل صباح.
        ٣. أسقف تجمع المطر
        يكفي ماء الساعة الأولى لري الحديقة أسبوعاً كاملاً.
        """,
      outline: """
        T أهم 3 اختراعات في عام 2025
        1 ١ جدران من الطحالب
        B تنظف الجدران هواء الشارع في النهار وتضيء في الليل.
        2 ٢ قوارب بلا طاقم
        B تنقل القوارب الخضار من المزارع إلى السوق كل صباح.
        3 ٣ أسقف تجمع المطر
        B يكفي ماء الساعة الأولى لري الحديقة أسبوعاً كاملاً.
        """),
    Sample(
      name: "a word of another script before the number",
      source: """
        สามสิ่งประดิษฐ์แห่งปี
        อันดับ 1 หลังคาเก็บน้ำฝน
        น้ำฝนของชั่วโมงแรกเพียงพอสำหรับรดสวนได้ตลอดทั้งสัปดาห์โดยไม่ต้องใช้น้ำประปา
        อันดับ 2 เรือไร้คนขับ
        เรือขนผักจากสวนไปยังตลาดทุกเช้าและกลับมาเองในตอนเย็นโดยไม่มีใครอยู่บนเรือ
        อันดับ 3 กำแพงมอส
        กำแพงทำความสะอาดอากาศบนถนนในเวลากลางวันและส่องแสงสว่างในเวลากลางคืน
        """,
      outline: """
        T สามสิ่งประดิษฐ์แห่งปี
        1 อันดับ 1 หลังคาเก็บน้ำฝน
        B น้ำฝนของชั่วโมงแรกเพียงพอสำหรับรดสวนได้ตลอดทั้งสัปดาห์โดยไม่ต้องใช้น้ำประปา
        2 อันดับ 2 เรือไร้คนขับ
        B เรือขนผักจากสวนไปยังตลาดทุกเช้าและกลับมาเองในตอนเย็นโดยไม่มีใครอยู่บนเรือ
        3 อันดับ 3 กำแพงมอส
        B กำแพงทำความสะอาดอากาศบนถนนในเวลากลางวันและส่องแสงสว่างในเวลากลางคืน
        """),
    Sample(
      name: "Roman numerals",
      source: """
        Four machines that changed the harbour
        I. The floating crane
        It could lift a locomotive from a barge, and it did so for forty years without an accident.
        II. The grain pump
        Before it came, sacks were carried by hand from the hold to the granary on the quay.
        III. The ice breaker
        In the hard winters it kept a channel open so that coal could reach the power station.
        IV. The tide clock
        Pilots set their watches by it, and the harbour master set it by the stars.
        """,
      outline: """
        T Four machines that changed the harbour
        1 I The floating crane
        B It could lift a locomotive from a barge, and it did so for forty years without an accident.
        2 II The grain pump
        B Before it came, sacks were carried by hand from the hold to the granary on the quay.
        3 III The ice breaker
        B In the hard winters it kept a channel open so that coal could reach the power station.
        4 IV The tide clock
        B Pilots set their watches by it, and the harbour master set it by the stars.
        """),
    Sample(
      name: "enclosed numbers",
      source: """
        今年三大安静的发明
        ①静音风机
        叶片的边缘像猫头鹰的羽毛，空气从上面流过时几乎没有声音，工人第一次能在旁边说话。
        ②吸音地毯
        它把脚步声吞进去，也把灰尘留下来，清洗的时候整块卷起送进机器就可以了。
        ③无声水泵
        水泵没有转动的零件，用磁场推着水走，因此也没有什么东西会磨损。
        """,
      outline: """
        T 今年三大安静的发明
        1 ① 静音风机
        B 叶片的边缘像猫头鹰的羽毛，空气从上面流过时几乎没有声音，工人第一次能在旁边说话。
        2 ② 吸音地毯
        B 它把脚步声吞进去，也把灰尘留下来，清洗的时候整块卷起送进机器就可以了。
        3 ③ 无声水泵
        B 水泵没有转动的零件，用磁场推着水走，因此也没有什么东西会磨损。
        """),
    Sample(
      name: "a slash behind the number",
      source: """
        Trois idées pour la ville
        1/ La ville « éponge »
        Les trottoirs boivent la pluie et la rendent aux arbres pendant les semaines sans eau.
        2/ Le tram à voile
        Sur la digue, le vent pousse les rames les jours de tempête et le courant reste au dépôt.
        3/ Le toit potager
        Chaque immeuble nourrit ses habitants en salades et en herbes, du printemps à l’automne.
        """,
      outline: """
        T Trois idées pour la ville
        1 1 La ville « éponge »
        B Les trottoirs boivent la pluie et la rendent aux arbres pendant les semaines sans eau.
        2 2 Le tram à voile
        B Sur la digue, le vent pousse les rames les jours de tempête et le courant reste au dépôt.
        3 3 Le toit potager
        B Chaque immeuble nourrit ses habitants en salades et en herbes, du printemps à l’automne.
        """),
    Sample(
      name: "a keyword and a hash",
      source: """
        Drei Techniken aus dem Norden
        Technologie #1: Der Schwarm
        Kleine Boote sammeln Treibgut ein und melden sich erst, wenn die Netze voll sind.
        Technologie #2: Das Salzhaus
        Wände aus Salz speichern die Wärme des Sommers und geben sie im Winter wieder ab.
        Technologie #3: Der Windanker
        Ein Drachen hält das Schiff auf Kurs, wenn der Motor für die Wartung stillsteht.
        """,
      outline: """
        T Drei Techniken aus dem Norden
        1 Technologie #1 Der Schwarm
        B Kleine Boote sammeln Treibgut ein und melden sich erst, wenn die Netze voll sind.
        2 Technologie #2 Das Salzhaus
        B Wände aus Salz speichern die Wärme des Sommers und geben sie im Winter wieder ab.
        3 Technologie #3 Der Windanker
        B Ein Drachen hält das Schiff auf Kurs, wenn der Motor für die Wartung stillsteht.
        """),
    Sample(
      name: "numbers glued to titles, full width",
      source: """
        三种会省电的屋顶
        １储热砖屋顶
        白天把热存进砖里，夜里再放出来，一年可以省下三分之一的取暖费用，不需要维护。
        ２苔藓屋顶
        苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        ３镜面屋顶
        镜面把阳光还给天空，城市因此凉快了一些，飞行员却抱怨它太刺眼。
        """,
      outline: """
        T 三种会省电的屋顶
        1 １ 储热砖屋顶
        B 白天把热存进砖里，夜里再放出来，一年可以省下三分之一的取暖费用，不需要维护。
        2 ２ 苔藓屋顶
        B 苔藓在夏天蒸发水分，屋子里的温度能降低四五度，冬天它又像一床被子。
        3 ３ 镜面屋顶
        B 镜面把阳光还给天空，城市因此凉快了一些，飞行员却抱怨它太刺眼。
        """),
    Sample(
      name: "rank words that count down",
      source: """
        深海の話題ベスト3
        ◇第3位　光るクラゲ／初撮影
        水深二千メートルで撮影に成功し、光る仕組みの手がかりが得られたと研究者は話している。
        ◇第2位　海底の湖／塩の層
        塩分の濃い水が海底にたまり、まわりの海水と混ざらずに湖のように見えるという。
        ◇第1位　歩く魚／新種
        ひれを足のように使って海底を歩く魚が見つかり、新種として報告されることになった。
        """,
      outline: """
        T 深海の話題ベスト3
        3 第3位 光るクラゲ／初撮影
        B 水深二千メートルで撮影に成功し、光る仕組みの手がかりが得られたと研究者は話している。
        2 第2位 海底の湖／塩の層
        B 塩分の濃い水が海底にたまり、まわりの海水と混ざらずに湖のように見えるという。
        1 第1位 歩く魚／新種
        B ひれを足のように使って海底を歩く魚が見つかり、新種として報告されることになった。
        """),
    Sample(
      name: "mixed separators, a number printed twice, one that is missing",
      source: """
        Vier Ideen für den Hafen
        1. Seile aus Holz
        Sie tragen so viel wie Stahl und verrotten, wenn sie auf den Grund des Beckens sinken.
        2.Netze ohne Knoten
        Fische entkommen durch weiche Ringe, und die Maschen bleiben trotzdem lange in Form.
        2: Anker aus Beton
        Alte Bunker werden zersägt und halten nun die Bojen der neuen Einfahrt an ihrem Platz.
        4. Ketten aus Glas
        Man sieht ihnen an, wo sie brechen werden, und tauscht die Glieder rechtzeitig aus.
        """,
      outline: """
        T Vier Ideen für den Hafen
        1 1 Seile aus Holz
        B Sie tragen so viel wie Stahl und verrotten, wenn sie auf den Grund des Beckens sinken.
        2 2 Netze ohne Knoten
        B Fische entkommen durch weiche Ringe, und die Maschen bleiben trotzdem lange in Form.
        3 2 Anker aus Beton
        B Alte Bunker werden zersägt und halten nun die Bojen der neuen Einfahrt an ihrem Platz.
        4 4 Ketten aus Glas
        B Man sieht ihnen an, wo sie brechen werden, und tauscht die Glieder rechtzeitig aus.
        """),
    Sample(
      name: "ordinal words: no titles",
      source: """
        El puerto explica su plan
        El director resumió el plan en tres puntos que repitió varias veces ante la prensa local.
        En primer lugar, el muelle viejo se convertirá en un parque con acceso libre para los vecinos.
        En segundo lugar, los barcos grandes tendrán que conectarse a la red eléctrica al atracar.
        En tercer lugar, la lonja abrirá los domingos para que los visitantes vean la subasta.
        """,
      outline: """
        T El puerto explica su plan
        P El director resumió el plan en tres puntos que repitió varias veces ante la prensa local.
        1 En primer lugar -
        B el muelle viejo se convertirá en un parque con acceso libre para los vecinos.
        2 En segundo lugar -
        B los barcos grandes tendrán que conectarse a la red eléctrica al atracar.
        3 En tercer lugar -
        B la lonja abrirá los domingos para que los visitantes vean la subasta.
        """),
    Sample(
      name: "a character that is used as a bar",
      source: """
        港口的三件新事
        01丨缆绳自己打结
        船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        02丨灯塔会说话
        雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        03丨潮水记账
        每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        """,
      outline: """
        T 港口的三件新事
        1 01 缆绳自己打结
        B 船靠岸的时候，缆绳自己绕上缆桩，水手只要在旁边看着，别把手伸过去。
        2 02 灯塔会说话
        B 雾大的夜里，灯塔用方言告诉渔船自己在哪里，老船长说比雷达还好用。
        3 03 潮水记账
        B 每一次涨落都记在本子上，码头据此安排吊车，三个月没有出过差错。
        """),
    Sample(
      name: "two marks behind the number",
      source: """
        Drei Berufe für den Hafen
        1.) Taucher
        Er sucht, was andere verloren haben, und findet meistens etwas ganz anderes.
        2.) Lotsin
        Sie kennt jede Untiefe beim Vornamen, und die Kapitäne kennen ihre Stimme.
        3.) Kranführer
        Er sieht den Hafen von oben und weiß deshalb, wer zu spät gekommen ist.
        """,
      outline: """
        T Drei Berufe für den Hafen
        1 1 Taucher
        B Er sucht, was andere verloren haben, und findet meistens etwas ganz anderes.
        2 2 Lotsin
        B Sie kennt jede Untiefe beim Vornamen, und die Kapitäne kennen ihre Stimme.
        3 3 Kranführer
        B Er sieht den Hafen von oben und weiß deshalb, wer zu spät gekommen ist.
        """),
  ]
}
