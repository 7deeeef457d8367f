using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot.Platforms.Terminal;

/// <summary>
/// A conversation in a terminal, line by line: a number chooses, a form is asked field by field, an empty line asks
/// what is new.
/// </summary>
/// <param name="platform">What was drawn last: choices, a form.</param>
/// <param name="drawing">The screen.</param>
/// <param name="inbox">Where messages go.</param>
/// <param name="keyboard">What is typed.</param>
/// <param name="isPiped">Whether nobody sees what is typed.</param>
/// <param name="leavesForm">Whether words that were typed into a form are something else that is wanted.</param>
sealed class TerminalChat(
    TerminalPlatform platform,
    TerminalDrawing drawing,
    Inbox inbox,
    TextReader keyboard,
    bool isPiped,
    Func<string, bool> leavesForm
)
{
    /// <summary>Chats until the input ends or somebody says goodbye.</summary>
    /// <param name="person">Who types.</param>
    /// <param name="settle">Answers and sends what there is, until nothing is left.</param>
    public async Task RunAsync(Person person, Func<Task> settle)
    {
        await settle();
        while (true)
        {
            drawing.Ask($"{person.Name}> ");
            if (await keyboard.ReadLineAsync() is not { } line)
                break;
            Echo(line);
            if (line.Trim().ToLowerInvariant() is "exit" or "quit" or "bye")
                break;
            if (
                await TakeAsync(person, line.Trim()) is { } message
                && await inbox.AcceptAsync(message) is Acceptance.Full
            )
                drawing.Line("I'm still busy with what you said before. Please try again in a moment.");
            await settle();
            while (platform.Form is { } form)
            {
                if (await FillAsync(person, form) is { } filled)
                    await inbox.AcceptAsync(filled);
                await settle();
            }
        }
        drawing.Line("");
    }

    /// <summary>What was typed as a message; none for an empty line.</summary>
    Task<IncomingMessage?> TakeAsync(Person person, string line)
    {
        if (line.Length == 0)
            return Task.FromResult<IncomingMessage?>(null);
        if (
            int.TryParse(line.Trim('[', ']'), out var number)
            && platform.Choices.Count > 0
            && (number < 1 || number > platform.Choices.Count)
        )
        {
            drawing.Line($"There is no {number}; choose 1 to {platform.Choices.Count}.");
            return Task.FromResult<IncomingMessage?>(null);
        }
        var chosen = number >= 1 && number <= platform.Choices.Count ? platform.Choices[number - 1] : null;
        return Task.FromResult<IncomingMessage?>(Message(person, chosen is null ? line : "", chosen?.Action));
    }

    /// <summary>
    /// Asks for the fields of a form; an empty line keeps what stands there, a single dot leaves the form.
    /// </summary>
    async Task<IncomingMessage?> FillAsync(Person person, FormBlock form)
    {
        platform.Close();
        drawing.Line($"  {form.Title} (Enter skips a field, \"cancel\" stops)");
        var values = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            if (field.Fault is { } fault)
                drawing.Line($"  ! {fault}");
            if (field.Options.Count > 0)
                drawing.Line(
                    "  " + string.Join("  ", field.Options.Select((option, i) => $"[{i + 1}] {option.Label}"))
                );
            drawing.Ask(
                $"  {field.Label}{(field.Value is { Length: > 0 } value ? $" ({value})" : "")}{(field.Required ? "" : " (optional)")}: "
            );
            var typed = (await keyboard.ReadLineAsync())?.Trim() ?? ".";
            Echo(typed);
            if (typed is "." or "cancel" or "undo")
            {
                drawing.Line("Nothing was changed.");
                return null;
            }
            if (leavesForm(typed) && Chosen(field, typed) == typed)
            {
                drawing.Line($"You left \"{form.Title}\"; nothing was changed there.");
                return Message(person, typed, null);
            }
            if (Chosen(field, typed) is { Length: > 0 } given)
                values[field.Name] = given;
        }
        return Message(person, "", form.Action.With(values));
    }

    static string Chosen(FormField field, string typed) =>
        typed.Length == 0 ? field.Value ?? ""
        : int.TryParse(typed, out var number) && number >= 1 && number <= field.Options.Count
            ? field.Options[number - 1].Value
        : field.Options.FirstOrDefault(option => option.Label.Equals(typed, StringComparison.OrdinalIgnoreCase))?.Value
            ?? typed;

    static IncomingMessage Message(Person person, string text, ChatAction? action) =>
        new($"t-{Guid.CreateVersion7()}", TerminalPlatform.AddressOf(person.Id), person.Id, person.Name, text)
        {
            Action = action,
        };

    /// <summary>What comes through a pipe is not seen while it is typed.</summary>
    void Echo(string line)
    {
        if (isPiped)
            drawing.Line(line);
    }
}
