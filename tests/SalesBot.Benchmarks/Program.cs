using SalesBot.Benchmarks;

return args switch
{
    ["cacm", var folder] => CacmSuite.Run(folder),
    ["ask", ..] => await AskSuite.RunAsync(args is [_, var knowledge, ..] ? knowledge : "knowledge"),
    ["writes"] => await WritesSuite.RunAsync(),
    ["desk", ..] => await DeskSuite.RunAsync(args is [_, var count, ..] ? int.Parse(count) : 100_000, args is [_, _, var folder] ? folder : null),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine("usage: dotnet run -c Release --project tests/SalesBot.Benchmarks -- cacm FOLDER | ask [KNOWLEDGE] | writes | desk [HANDOFFS [FOLDER]]");
    System.Console.Error.WriteLine("  cacm  mean average precision on a judged collection: docs.jsonl, queries.tsv, qrels.txt in FOLDER");
    System.Console.Error.WriteLine("  ask   time of an answer, and of its parts against the raw search, on a knowledge folder");
    System.Console.Error.WriteLine("  writes  durable writes a second from 32 callers: group commit against a lock per transaction");
    System.Console.Error.WriteLine("  desk    lists, filters and reports among 100,000 handoffs");
    return 2;
}
