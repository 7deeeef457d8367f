using SalesBot.Commands;

return await CommandLine.RunAsync(args);
