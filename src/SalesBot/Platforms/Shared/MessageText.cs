using SalesBot.Chat;

namespace SalesBot.Platforms.Shared;

/// <summary>
/// What a person said, without the platform's markup. <c>Text</c> holds a <see cref="MentionToken"/> for each of
/// <c>Mentions</c>; <c>Quoted</c> is what they quoted or forwarded, which others said; null if nothing.
/// </summary>
sealed record MessageText(string Text, IReadOnlyList<Mention> Mentions, bool NamesBot, bool NamesOthers, string? Quoted)
{
    /// <summary>Words for others and not for the bot.</summary>
    public bool IsForOthers => NamesOthers && !NamesBot;

    /// <summary>A handful of words beside a quote ("please take this") says nothing by itself.</summary>
    const int FewWords = 4;

    /// <summary>
    /// What a form is filled from: the text with names drawn, and what is quoted where the text says next to nothing.
    /// </summary>
    public string Whole =>
        Quoted is null ? Drawn
        : Drawn.Length == 0 ? Quoted
        : Drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewWords && !Drawn.Any(char.IsUpper)
            ? $"{Drawn}\n{Quoted}"
        : Drawn;

    /// <summary>The text with names drawn as the platform wrote them.</summary>
    public string Drawn => MentionToken.Draw(Text, Mentions);
}
