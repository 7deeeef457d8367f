using SalesBot.Commands;
using SalesBot.Storage;

// People's words meet many patterns; none may hold a thread for longer than this.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(1));
PrivateFiles.MakeOwnByDefault();
return await CommandLine.RunAsync(args);
