import Testing

@testable import GalleySegment

/// Ranks, awards and lists that words tell, without numbers.
@Suite struct RankWordTests {
  @Test(arguments: samples) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  static let samples: [Sample] = [
    Sample(
      name: "places in words that count down",
      source: """
        Главные события года в порту
        Третье место. Лёд на рейде
        Лёд стоял до апреля, и ледокол выходил на работу каждое утро, даже в праздники.
        Второе место. Новый маяк
        Башню собрали за лето из двенадцати колец, и свет её виден за сорок километров.
        Первое место. Мост через залив
        По мосту прошёл первый поезд, и паром впервые за сто лет остался у причала.
        """,
      outline: """
        T Главные события года в порту
        3 Третье место Лёд на рейде
        B Лёд стоял до апреля, и ледокол выходил на работу каждое утро, даже в праздники.
        2 Второе место Новый маяк
        B Башню собрали за лето из двенадцати колец, и свет её виден за сорок километров.
        1 Первое место Мост через залив
        B По мосту прошёл первый поезд, и паром впервые за сто лет остался у причала.
        """),
    Sample(
      name: "places behind a number and a full stop",
      source: """
        Drei Sieger im Hafen
        1. Platz: Das Seil aus Holz
        Es trägt so viel wie Stahl und verrottet, wenn es auf den Grund des Beckens sinkt.
        2. Platz: Das Netz ohne Knoten
        Fische entkommen durch weiche Ringe, und die Maschen bleiben trotzdem in Form.
        3. Platz: Der Anker aus Beton
        Alte Bunker werden zersägt und halten nun die Bojen der neuen Einfahrt am Platz.
        """,
      outline: """
        T Drei Sieger im Hafen
        1 1. Platz Das Seil aus Holz
        B Es trägt so viel wie Stahl und verrottet, wenn es auf den Grund des Beckens sinkt.
        2 2. Platz Das Netz ohne Knoten
        B Fische entkommen durch weiche Ringe, und die Maschen bleiben trotzdem in Form.
        3 3. Platz Der Anker aus Beton
        B Alte Bunker werden zersägt und halten nun die Bojen der neuen Einfahrt am Platz.
        """),
    Sample(
      name: "ordinals before a colon and a title",
      source: """
        Three ideas for the harbour
        First: Roofs that store rain
        A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        Second: Streets that open
        Hinged slabs lift when the water rises and let it fall into the basin below.
        Third: A sea wall of trees
        Mangroves break the waves and trap the mud that a wall of stone would lose.
        """,
      outline: """
        T Three ideas for the harbour
        1 First Roofs that store rain
        B A layer of clay and moss keeps the first hour of a storm from reaching the sewer.
        2 Second Streets that open
        B Hinged slabs lift when the water rises and let it fall into the basin below.
        3 Third A sea wall of trees
        B Mangroves break the waves and trap the mud that a wall of stone would lose.
        """),
    Sample(
      name: "winners and runners-up by category",
      source: """
        The harbour awards
        Forty engineers named the things that changed how the harbour builds and moves.
        BUILDING
        Winner: The folding bridge
        Two people can carry it and four can cross it, and it locks with a single lever.
        Runner-up: Cork panels
        They insulate, they float, and they burn so slowly that the testers got bored.
        MOVING
        Winner: The quiet ferry
        Commuters say that they miss the noise of the engine more than they miss its smell.
        """,
      outline: """
        T The harbour awards
        P Forty engineers named the things that changed how the harbour builds and moves.
        G BUILDING
        1 Winner The folding bridge
        B Two people can carry it and four can cross it, and it locks with a single lever.
        2 Runner-up Cork panels
        B They insulate, they float, and they burn so slowly that the testers got bored.
        G MOVING
        3 Winner The quiet ferry
        B Commuters say that they miss the noise of the engine more than they miss its smell.
        """),
    Sample(
      name: "awards without text are labels of their category",
      source: """
        1. Best bridge
        The jury walked over all nine of them in the rain, twice, with and without bags.
        Winner: The folding bridge
        Runner-up: The rope
        2. Best ferry
        The jury crossed the sound on each of them and wrote down how often they spilled tea.
        Winner: The quiet ferry
        Runner-up: The barge
        3. Best pier
        The jury fished from each of them until somebody caught something that was not a boot.
        Winner: The long one
        Runner-up: The old one
        """,
      outline: """
        1 1 Best bridge
        B The jury walked over all nine of them in the rain, twice, with and without bags.
        = - Winner: The folding bridge
        = - Runner-up: The rope
        2 2 Best ferry
        B The jury crossed the sound on each of them and wrote down how often they spilled tea.
        = - Winner: The quiet ferry
        = - Runner-up: The barge
        3 3 Best pier
        B The jury fished from each of them until somebody caught something that was not a boot.
        = - Winner: The long one
        = - Runner-up: The old one
        """),
    Sample(
      name: "a winner, and runners-up below a line of their own",
      source: """
        The breakthrough of the year 2024
        Every December the editors look back, and this year one result stood above all of the rest.
        A shot that stops the virus
        Two injections a year kept every woman in the trial free of infection, and it is cheap.
        The runners-up
        Map of a fly
        All of the neurons in the brain of a fly are online, with the connections between them.
        Hot stone
        Bricks that store heat replace gas in a food factory, and the steam costs a third less.
        """,
      outline: """
        T The breakthrough of the year 2024
        P Every December the editors look back, and this year one result stood above all of the rest.
        1 - A shot that stops the virus
        B Two injections a year kept every woman in the trial free of infection, and it is cheap.
        G The runners-up
        2 - Map of a fly
        B All of the neurons in the brain of a fly are online, with the connections between them.
        3 - Hot stone
        B Bricks that store heat replace gas in a food factory, and the steam costs a third less.
        """),
    Sample(
      name: "bold lines of mark-down in a letter of news",
      source: """
        From: The Harbour Letter
        Three ideas of the year
        Dear readers, here are the three ideas that changed our minds on the way to December.
        **The night train**
        Slowness has won, and the tickets for July were sold out before the end of February.
        **Plastic from algae**
        It dissolves in the sea within six weeks, and the makers of ice cream like the spoons.
        **The museum at night**
        After ten the doors are open and free, and the keeper tells what he does not by day.
        """,
      outline: """
        T Three ideas of the year
        P Dear readers, here are the three ideas that changed our minds on the way to December.
        1 - The night train
        B Slowness has won, and the tickets for July were sold out before the end of February.
        2 - Plastic from algae
        B It dissolves in the sea within six weeks, and the makers of ice cream like the spoons.
        3 - The museum at night
        B After ten the doors are open and free, and the keeper tells what he does not by day.
        """),
    Sample(
      name: "a title in Thai that begins with the count",
      source: """
        2 เทคโนโลยีเด่นแห่งปี 2024
        1. แบตเตอรี่เกลือ
        โรงงานที่ระยองใช้โซเดียมแทนลิเทียม ต้นทุนลดลงครึ่งหนึ่งและปลอดภัยกว่าเดิมมาก
        2. ข้าวทนเค็ม
        นักวิจัยปลูกข้าวด้วยน้ำกร่อยได้ผลผลิตลดลงเพียงหนึ่งในสิบ ชาวนาชายฝั่งเริ่มใช้แล้ว
        """,
      outline: """
        T 2 เทคโนโลยีเด่นแห่งปี 2024
        1 1 แบตเตอรี่เกลือ
        B โรงงานที่ระยองใช้โซเดียมแทนลิเทียม ต้นทุนลดลงครึ่งหนึ่งและปลอดภัยกว่าเดิมมาก
        2 2 ข้าวทนเค็ม
        B นักวิจัยปลูกข้าวด้วยน้ำกร่อยได้ผลผลิตลดลงเพียงหนึ่งในสิบ ชาวนาชายฝั่งเริ่มใช้แล้ว
        """),
    Sample(
      name: "the words around an article in further languages",
      source: """
        Üç buluş
        1) Çöl serası
        Neden önemli: Su olmadan sebze yetişiyor.
        Kimler çalışıyor: Konya Tarım, Ege Üniversitesi
        Ne zaman: 2027
        Havadaki nem geceleri tuzlu bir jele çekiliyor, gündüz damla damla geri veriliyor.
        2) Konuşan eller
        Neden önemli: Kullanıcı neye dokunduğunu hissediyor.
        Kimler çalışıyor: Nörolab
        Ne zaman: şimdi
        Parmak uçlarındaki algılayıcılar sinirlere sinyal gönderiyor ve marangoz çalışıyor.
        Kaynak: Atlas
        İlgili haberler
        1. Başka bir haber
        """,
      outline: """
        T Üç buluş
        1 1 Çöl serası
        = significance Neden önemli: Su olmadan sebze yetişiyor.
        = players Kimler çalışıyor: Konya Tarım, Ege Üniversitesi
        = availability Ne zaman: 2027
        B Havadaki nem geceleri tuzlu bir jele çekiliyor, gündüz damla damla geri veriliyor.
        2 2 Konuşan eller
        = significance Neden önemli: Kullanıcı neye dokunduğunu hissediyor.
        = players Kimler çalışıyor: Nörolab
        = availability Ne zaman: şimdi
        B Parmak uçlarındaki algılayıcılar sinirlere sinyal gönderiyor ve marangoz çalışıyor.
        Z Kaynak: Atlas
        """),
    Sample(
      name: "a heading of other stories whose words also open inserts",
      source: """
        Deux idées pour le port
        1. Le verre
        Les vitrines alimentent le four, et le boulanger ne paie plus son électricité en été.
        À lire aussi : Pourquoi le prix du panneau baisse
        2. La pompe
        Un cylindre se tord, chauffe, se détend, refroidit, et cela suffit pour une maison.
        Et aussi : le filet et la semelle n’étaient pas loin.
        À lire aussi
        Les dix inventions de 2023
        Ce que la machine change à l’hôpital
        """,
      outline: """
        T Deux idées pour le port
        1 1 Le verre
        B Les vitrines alimentent le four, et le boulanger ne paie plus son électricité en été.
        2 2 La pompe
        B Un cylindre se tord, chauffe, se détend, refroidit, et cela suffit pour une maison.
        Z Et aussi : le filet et la semelle n’étaient pas loin.
        """),
    Sample(
      name: "an ordinal and a word that comes back",
      source: """
        Trois mots du port
        Premier mot : « marée »
        Il vient du latin et il y retourne souvent, surtout quand la lune s'en mêle.
        Deuxième mot : « digue »
        On ne l'écrit plus avec étonnement, note la linguiste qui vit derrière elle.
        Troisième mot : « silence »
        C'est le moins bruyant de la liste, et le plus rare depuis le nouveau quai.
        """,
      outline: """
        T Trois mots du port
        1 Premier mot « marée »
        B Il vient du latin et il y retourne souvent, surtout quand la lune s'en mêle.
        2 Deuxième mot « digue »
        B On ne l'écrit plus avec étonnement, note la linguiste qui vit derrière elle.
        3 Troisième mot « silence »
        B C'est le moins bruyant de la liste, et le plus rare depuis le nouveau quai.
        """),
    Sample(
      name: "a heading of its own above each of the items",
      source: """
        The year in the harbour: 2024
        Below are the stories that mattered most to the people on the quay, by month.
        JANUARY
        A ferry tips over
        She landed on her nose and worked anyway, and the crew had its photograph taken.
        MARCH
        A seal moves in
        It took the third berth and has paid nothing since, to the delight of the children.
        JUNE
        The crane sings
        A loose cable hummed in the wind for a week, and nobody wanted to have it mended.
        """,
      outline: """
        T The year in the harbour: 2024
        P Below are the stories that mattered most to the people on the quay, by month.
        G JANUARY
        1 - A ferry tips over
        B She landed on her nose and worked anyway, and the crew had its photograph taken.
        G MARCH
        2 - A seal moves in
        B It took the third berth and has paid nothing since, to the delight of the children.
        G JUNE
        3 - The crane sings
        B A loose cable hummed in the wind for a week, and nobody wanted to have it mended.
        """),
  ]
}
