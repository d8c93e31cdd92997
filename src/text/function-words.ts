/**
 * The small words of a language, folded: they carry grammar, not topic.
 *
 * Search leaves them out of scoring, and they tell in which language a message is written.
 * Words that can change what a question is about ("not", "low", "too", "enough") are left out on purpose.
 */
export const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(`
    a an the this that these those there here i im ive id ill me my mine myself we us our ours ourselves you your yours
    yourself u ur he him his himself she her hers herself it its itself they them their theirs themselves one ones
    someone somebody anyone anybody everyone everybody something anything thing things stuff
    am is are was were be been being isnt arent wasnt werent aint do does did done doing dont doesnt didnt
    have has had having havent hasnt hadnt will would shall should can could may might must wont wouldnt shouldnt cant
    cannot couldnt and or but nor so if then than as of at by for from in into on onto to with about over under between
    through during before after up down out off again further once just only also very really quite even ever
    what which who whom whose when where why how whats whos hows wheres whys because since while until though although
    all any both each some such other another same own now still already yet please pls plz thanks hi hello hey ok okay
    well like kind kinda sort actually basically maybe perhaps actual yes yeah yep oh um uh hmm lol haha btw idk tbh imo
    get gets got getting go goes going gonna wanna let lets theres thats whether either much many lot lots bit
    know tell say said saying wonder wondering think guess ask asking asked question questions curious want need
    wants wanted needs needed hear heard read reading saw see come comes came give gives given look looks looking
    find found show try trying mean means explain explained understand understanding
    people person folks guys guy everyone anyone somebody via per etc eg ie re vs
    today yesterday lately recently always never sometimes often usually actually matter matters able`),
  es: setOf(`
    el la los las un una unos unas lo al del de en y o u que qué por para con sin sobre entre como cómo cuando cuándo
    donde dónde quien quién cual cuál porque pero si sí mi mis tu tus su sus me te se nos le les yo tú él ella ellos
    usted es son está están estoy soy fue ser estar hay ha he tengo tiene tienen puede puedo puedes hacer hace muy más
    menos esto esta este eso esa también ya algo alguien nada hola gracias buenos buenas días`),
  pt: setOf(`
    o a os as um uma uns umas ao aos à às do da dos das no na nos nas de em e ou que por para pra com sem sobre entre
    como quando onde quem qual quais porque mas se meu minha meus minhas seu sua seus suas me te lhe eu tu ele ela eles
    você vocês é são está estão estou sou foi ser estar há tem tenho têm pode posso fazer faz muito mais menos isso isto
    esta este essa esse também já algo alguém nada não olá oi obrigado obrigada bom`),
  fr: setOf(`
    le la les un une des du de d l j c s n m t au aux en et ou que qui quoi dont où par pour avec sans sur entre comme
    comment quand pourquoi quel quelle quels quelles parce mais si mon ma mes ton ta tes son sa ses notre votre leur me
    te se nous vous lui leur je tu il elle on ils elles est sont suis es êtes était être avoir ai as a ont avez avons
    peut peux faire fait très plus moins ce cet cette ces cela ça aussi déjà rien pas ne bonjour salut merci est-ce`),
  de: setOf(`
    der die das den dem des ein eine einen einem einer eines und oder aber dass daß von vom zu zum zur mit ohne über
    unter zwischen wie wann wo wer wen wem was welche welcher welches warum wieso weshalb weil wenn ob mein meine meinen
    meinem meiner dein deine sein seine ihr ihre ich du er sie es wir mich mir dich dir sich uns euch ist sind bin bist
    war waren sein haben habe hat hast kann kannst können machen macht sehr mehr weniger dies diese dieser dieses auch
    schon etwas jemand nichts nicht kein keine für im am beim hallo danke bitte guten`),
  it: setOf(`
    il lo la i gli le un uno una di del della dei delle a al alla da dal in nel nella con su per tra fra e o che chi
    cosa come quando dove perché quale quali ma se mio mia miei mie tuo tua suo sua mi ti si ci vi io tu lui lei noi voi
    loro è sono sei siamo era essere avere ho hai ha hanno può posso fare fa molto più meno questo questa quello anche
    già qualcosa niente non ciao grazie`),
  nl: setOf(`
    de het een en of maar dat die dit deze van voor met zonder over onder tussen hoe wanneer waar wie wat welke waarom
    omdat als mijn jouw zijn haar ik jij je hij zij ze wij we mij me jou hem ons is zijn ben bent was waren hebben heb
    heeft hebt kan kunnen doen doet heel meer minder ook al iets iemand niets niet geen naar bij hallo dank`),
  pl: setOf(`
    i w z na do od za po przez dla o jak co kto gdzie kiedy dlaczego czy ale bo jest są jestem był być mam masz ma mogę
    może moja mój moje się nie tak to ten ta te już też bardzo więcej mniej czym cześć dziękuję`),
  sv: setOf(`
    och att det den en ett som på av för med till är var vad hur varför när vem vilken men om min mitt mina din jag du
    han hon vi ni de mig dig sig har hade kan inte också mycket mer mindre hej tack från`),
  tr: setOf(`
    ve bir bu şu o ne neden nasıl nerede kim hangi ama için ile gibi mi mı mu mü ben sen biz siz onlar benim senin var
    yok değil çok daha az olan olarak merhaba teşekkürler`),
  id: setOf(`
    dan yang di ke dari untuk dengan apa mengapa kenapa bagaimana kapan siapa mana ini itu saya aku kamu dia kami kita
    mereka adalah ada tidak bukan bisa dapat sudah belum sangat lebih kurang juga karena halo terima kasih`),
}

function setOf(list: string): ReadonlySet<string> {
  const each = list.split(/\s+/).filter((word) => word !== '')
  return new Set(
    each.map((word) =>
      word
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replaceAll('ß', 'ss'),
    ),
  )
}

/**
 * English words that set the scene of a question (when, who told me, how I feel about asking) and
 * hardly ever are what it is about. They stay in the index; in a question they count next to nothing.
 */
export const sceneWords: ReadonlySet<string> = setOf(`
  possible possibly impossible probably likely happy happen happens happened happening bring brings bringing brought else
  version suppose supposed fit fits whole entire single year years month months week weeks weekend day days hour hours ago
  time times start starts started starting begin begins began keep keeps kept keeping seem seems seemed appear appears real
  reality true truth fine bad badly good best worst new clue course expect realise realize realised realized notice noticed
  suspect worry worries worried worrying scared afraid moment bunch sort sorts kinds way ways place point case idea ideas
  friend friends girlfriend boyfriend husband wife partner colleague coworker neighbour neighbor roommate flatmate mate
  cousin aunt uncle told talk talks talked talking mention mentioned claim claims claimed swear swears heard recently
  usual usually normal normally exactly especially alone together anymore anyway tonight tomorrow morning evening night
  lately nowadays along whenever wherever somewhere somehow hope hopefully hoping wish curious confused honest honestly
  seriously literally definitely absolutely totally completely genuinely supposedly apparently obviously clearly simply
  nutshell short briefly quick quickly details detail info information basics basically rid end ends ended feel feels
  feeling felt guess guessing believe believes believed trying tried try explain offer offers different differently exist
  exists allow allows deal big huge major certain sure fact facts learn learned learnt lecture podcast article video
  school class exam homework essay poster nurse body evening role purpose`)
