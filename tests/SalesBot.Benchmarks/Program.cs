using SalesBot.Benchmarks;
using SalesBot.Benchmarks.Learning;

return args switch
{
    ["cacm", var folder] => CacmSuite.Run(folder),
    ["ask", ..] => await AskSuite.RunAsync(args is [_, var knowledge, ..] ? knowledge : "knowledge"),
    ["encoder", var texts, ..] => EncoderSuite.Run(texts, args is [_, _, var original] ? original : null),
    ["models", .. var files] when files.Length > 0 => ModelSuite.Run(files),
    ["pack", var file] => await PackSuite.RunAsync(file),
    ["teach", var folder] => TeachSuite.Run(folder),
    ["learn", .. var sets] when sets.Length > 0 => await LearnSuite.RunAsync(sets),
    ["writes"] => await WritesSuite.RunAsync(),
    ["patterns"] => PatternSuite.Run(),
    ["cards"] => await CardSuite.RunAsync(),
    ["desk", ..] => await DeskSuite.RunAsync(
        args is [_, var count, ..] ? int.Parse(count) : 100_000,
        args is [_, _, var folder] ? folder : null
    ),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine(
        "usage: dotnet run -c Release --project tests/SalesBot.Benchmarks -- cacm FOLDER | ask [KNOWLEDGE] | encoder TEXTS [MODEL] | models FILE… | pack FILE | teach FOLDER | learn SET… [--without NAME] [--out FOLDER] | writes | patterns | cards | desk [HANDOFFS [FOLDER]]"
    );
    System.Console.Error.WriteLine(
        "  cacm  mean average precision on a judged collection: docs.jsonl, queries.tsv, qrels.txt in FOLDER"
    );
    System.Console.Error.WriteLine(
        "  ask   time of an answer, and of its parts against the raw search, on a knowledge folder"
    );
    System.Console.Error.WriteLine(
        "  encoder  time and memory of the sentence encoder on TEXTS, a JSON array; cosine to the float MODEL of the package"
    );
    System.Console.Error.WriteLine(
        "  models  how well the labels of FILEs (label, tab, text) are told apart by cross-validation, by what is seen of a text"
    );
    System.Console.Error.WriteLine(
        "  pack    writes the vectors of the texts that ship with the program to FILE (src/SalesBot/Knowledge/Embeddings/known-texts.bin), from the root of the project"
    );
    System.Console.Error.WriteLine(
        "  teach   writes what the examples that ship teach to FOLDER (src/SalesBot/Classifying/Learned); after pack, where examples changed"
    );
    System.Console.Error.WriteLine(
        "  learn   the weights of ranking, sentences and honesty gate, on SETs of questions: a folder with questions.jsonl and a folder of documents for each company, or KNOWLEDGE=FOLDER with evaluation files; writes them to FOLDER (src/SalesBot/Knowledge/Weights)"
    );
    System.Console.Error.WriteLine(
        "  writes  durable writes a second from 32 callers: group commit against a lock per transaction"
    );
    System.Console.Error.WriteLine("  patterns  the dearest text for every pattern that people's words meet");
    System.Console.Error.WriteLine(
        "  cards   time and memory of a card in Teams, from the reply to the bytes that are sent"
    );
    System.Console.Error.WriteLine("  desk    lists, filters and reports among 100,000 handoffs");
    return 2;
}
