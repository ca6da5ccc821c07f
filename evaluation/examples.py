"""An example for each rule that answers a question beyond who said what. In: a rule's name; out: a text in which it
fires, in English and in Russian. Everybody is invented."""

from __future__ import annotations

from sayso.records import Act

ACTS: dict[Act, str] = {
    "state": "reports, assesses, explains, predicts; none of the below",
    "promise": "commits the speaker's side to something welcome",
    "propose": "puts forward a plan, offer, meeting or terms for others to take up",
    "demand": "asks, urges or orders another party to act or to stop",
    "threaten": "states harm that the speaker's side will or may do",
    "accuse": "lays a specific wrongful act at somebody's door",
    "criticise": "judges or condemns, with no specific allegation",
    "support": "praises, endorses, backs, condoles",
    "reject": "refuses a proposal, a demand, a claim",
    "deny": "says that an alleged fact or responsibility is untrue",
    "concede": "admits, apologises, accepts a demand, withdraws one",
}
ACT_EXAMPLES = {
    "deed": ("The port authority agreed to reopen the quay.", "Компания «Норд» готова достроить причал."),
    "negated cue": ("Mayor Ana Ruiz did not deny that the quay was closed.", "Громов не отрицает, что причал закрыт."),
    "cue": ("Mayor Ana Ruiz urged the union to end its strike.", "Ольга Ветрова обвинила компанию в обмане."),
    "denial": (
        "“The council has nothing to do with the sale,” Mayor Ana Ruiz said.",
        "«Это не соответствует действительности», — сказала Ольга Ветрова.",
    ),
    "admission": (
        "“We made a mistake with the tender,” Mayor Ana Ruiz said.",
        "«Это наша ошибка», — сказала Ольга Ветрова.",
    ),
    "refusal": (
        "“We will not accept these terms,” Mayor Ana Ruiz said.",
        "«Такие условия неприемлемы, мы на это не пойдем», — сказала Ольга Ветрова.",
    ),
    "threat": (
        "“We will retaliate against the shipping line,” Mayor Ana Ruiz said.",
        "Ольга Ветрова предупредила о последствиях для компании.",
    ),
    "offer": (
        "“Let us meet at the lighthouse,” Mayor Ana Ruiz said.",
        "«Давайте встретимся у маяка», — сказала Ветрова.",
    ),
    "own deed": (
        "Mayor Ana Ruiz said she was ready to rebuild the quay.",
        "Ольга Ветрова заявила, что готова восстановить причал.",
    ),
    "noun": (
        "Mayor Ana Ruiz repeated her refusal of the plan.",
        "Ольга Ветрова заявила об отказе от плана.",
    ),
    "promise": (
        "“We will rebuild the quay by May,” Mayor Ana Ruiz said.",
        "«Мы восстановим причал к маю», — сказала Ветрова.",
    ),
    "obligation": (
        "“The shipping line must withdraw its boats,” Mayor Ana Ruiz said.",
        "«Необходимо убрать суда из гавани», — сказала Ветрова.",
    ),
    "wrongful act": (
        "The shipping line violated the harbour treaty, Mayor Ana Ruiz said.",
        "Компания нарушила договор о гавани, сказала Ольга Ветрова.",
    ),
    "condemnation": ("“This tender is a disgrace,” Mayor Ana Ruiz said.", "«Это позор», — сказала Ольга Ветрова."),
    "praise": (
        "“The crews did an outstanding job,” Mayor Ana Ruiz said.",
        "«Благодарю спасателей», — сказала Ветрова.",
    ),
    "nothing else": ("The quay is closed, Mayor Ana Ruiz said.", "Причал закрыт, сказала Ольга Ветрова."),
}
WHEN_EXAMPLES = {
    "dated document": "Figures released on Tuesday show that the harbour is silting up.",
    "beside the cue": "The quay is closed, Mayor Ana Ruiz said on Thursday.",
    "lead of the heading": "Mayor says quay is closed\n\nMayor Ana Ruiz said on Thursday that the quay was closed.",
    "same breath": "The quay is closed, Mayor Ana Ruiz said on Thursday. The ferry will stay, she added.",
}
WHERE_EXAMPLES = {
    "beside the cue": "The quay is closed, Mayor Ana Ruiz said in an interview with the Harbour Post.",
    "same scene": "The quay is closed, Mayor Ana Ruiz said at a meeting of the council. The ferry will stay, she said.",
}
WHOM_EXAMPLES = {
    "after the verb": "Mayor Ana Ruiz told reporters that the quay was closed.",
    "after to": "The quay is closed, Mayor Ana Ruiz said to reporters.",
    "in answer": "Asked by reporters, Mayor Ana Ruiz said the quay was closed.",
    "of the venue": "The quay is closed, Mayor Ana Ruiz said in a letter to the council.",
    "same scene": "“The quay is closed,” Mayor Ana Ruiz said in a letter to the council. “The ferry stays,” she said.",
}
CONDITION_EXAMPLES = (
    "The quay will reopen if the wind drops, Mayor Ana Ruiz said.",
    "“We will not sign unless the crews are paid,” Mayor Ana Ruiz said.",
    "Причал откроют, если ветер стихнет, сказала Ольга Ветрова.",
    "Причал откроют при условии, что найдут деньги, сказала Ольга Ветрова.",
)
DATE_EXAMPLES = {
    "ISO day": ("The log ends on 2025-03-14.", "Запись от 2025-03-14."),
    "day in digits": ("The permit is dated 14.03.2025.", "Акт подписан 14.03.2025."),
    "day and month": ("It opened on 12 March.", "Порт открыли 12 марта."),
    "month and day": ("It opened on March 12, 2024.", ""),
    "weekday": ("It opened late on Thursday evening.", "Порт открыли поздно вечером в четверг."),
    "month": ("It opened in early May.", "Порт открыли в начале мая."),
    "year": ("It has been open since 2014.", "Порт открыт с 2014 года."),
    "decade": ("It was built in the 1990s.", "Его построили в 1990-х годах."),
    "century": ("It was built in the 17th century.", "Его построили в XVII веке."),
    "part of a year": ("It opened last summer.", "Его открыли осенью 2023 года."),
    "same day": ("Earlier in the day, it was shut.", "Ранее в этот же день порт закрыли."),
    "named day": ("It opened yesterday.", "Накануне порт открыли."),
    "following": (
        "It opened in 2019 and closed the following year.",
        "Его открыли в 2019 году, а на следующий год закрыли.",
    ),
    "this or that unit": ("It opened last week.", "Его открыли на прошлой неделе."),
    "weekend": ("It was shut over the weekend.", "На выходных порт был закрыт."),
    "so long ago": ("It opened two months ago.", "Его открыли два месяца назад."),
    "so far ahead": ("It will open in five days.", "Его откроют через пять дней."),
    "period": ("A truce of 30 days was agreed.", "Объявили перемирие на 30 дней."),
    "glued period": ("A 30-day truce was agreed.", "Объявили 30-дневное перемирие."),
    "vague period": ("It was shut for several days.", "Порт несколько дней был закрыт."),
}
READING_EXAMPLES = {
    "percent": ("about 30% of the fleet", "около 30% флота"),
    "money": ("a loan of $2.5bn", "кредит на 2,5 млрд руб."),
    "multiple": ("three times as many boats", "в три раза больше лодок"),
    "measure": ("1,200 square kilometres of reeds", "17,7 тыс. кв. м причалов"),
    "share": ("nearly a third of the crews", "каждый пятый рыбак"),
    "turned": ("", "У ворот толпилось человек двадцать."),
    "thing": ("more than 67,000 sandbags", "300–400 мешков"),
    "alone": ("31 were wounded", "Ранены 31."),
}
REFUSAL_EXAMPLES = {
    "ordinal": ("the 45th boat", "45-й причал"),
    "part of a name": ("an S-300 winch", "лебёдка С-300"),
    "number of a thing": ("under Article 51", "по статье 228"),
    "age": ("Ana Ruiz, aged 45, left", "Громову исполнилось 60 лет."),
    "score or time of day": ("at 10:30", "в 10:30"),
    "year": ("The 1998 regatta", "Регата 1998, как и следующая, удалась."),
    "tells when": ("within two years", "через три дня"),
    "known already": ("the two men left", "эти два причала закрыли"),
    "pronoun": ("one of them left", "один из них ушёл"),
    "address": ("at 300 Slater Street", ""),
}
