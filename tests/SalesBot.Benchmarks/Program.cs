using SalesBot.Benchmarks;

return args switch
{
    ["cacm", var folder] => CacmSuite.Run(folder),
    ["ask", ..] => await AskSuite.RunAsync(args is [_, var knowledge, ..] ? knowledge : "knowledge"),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine("usage: dotnet run -c Release --project tests/SalesBot.Benchmarks -- cacm FOLDER | ask [KNOWLEDGE]");
    System.Console.Error.WriteLine("  cacm  mean average precision on a judged collection: docs.jsonl, queries.tsv, qrels.txt in FOLDER");
    System.Console.Error.WriteLine("  ask   time of an answer, and of its parts against the raw search, on a knowledge folder");
    return 2;
}
