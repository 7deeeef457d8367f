using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// What a dialog stands for: where it was opened (<c>At</c>), on which message, what sending it does, and whether what
/// comes of it is shown in the dialog (<c>Shows</c>) instead of there. People can read it, and it comes back through
/// them: it names places and steps, and permits nothing.
/// </summary>
sealed record ViewContext(string At, string? Pressed = null, string? Action = null, bool Shows = false)
{
    public string Write() => JsonSerializer.Serialize(this, ViewJson.Written.ViewContext);

    public static ViewContext? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize(text, ViewJson.Written.ViewContext);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(ViewContext))]
sealed partial class ViewJson : JsonSerializerContext
{
    public static readonly ViewJson Written = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        }
    );
}

/// <summary>Dialogs and the home tab.</summary>
static class SlackViews
{
    /// <summary>A dialog for what was answered: the form to be filled in, or else all of the reply.</summary>
    public static (View View, IReadOnlyDictionary<string, ChatAction> ToKeep) Dialog(
        Reply reply,
        ViewContext context
    ) => reply.Form is { } form ? Form(reply, form, context) : Shown(reply, context);

    static (View, IReadOnlyDictionary<string, ChatAction>) Form(Reply reply, FormBlock form, ViewContext context)
    {
        var toKeep = new Dictionary<string, ChatAction>();
        var action = KeptActions.ValueOf(form.Action, View.LongestMetadata / 2, toKeep);
        var above = BlockKit.View(
            reply with
            {
                Slot = null,
                Blocks = [.. reply.Blocks.TakeWhile(block => block is not FormBlock)],
            }
        );
        return (
            new ModalView(
                Title(form.Title),
                [.. above.Blocks.Take(Block.MostInView - form.Fields.Count), .. Forms.Fields(form)],
                Title(form.Submit),
                new PlainText("Cancel")
            )
            {
                PrivateMetadata = (context with { Action = action }).Write(),
                CallbackId = "form",
            },
            toKeep
        );
    }

    static (View, IReadOnlyDictionary<string, ChatAction>) Shown(Reply reply, ViewContext context)
    {
        var drawing = BlockKit.View(reply);
        return (
            new ModalView(Title("SalesBot"), drawing.Blocks, Close: new PlainText("Close"))
            {
                PrivateMetadata = (context with { Action = null, Shows = true }).Write(),
                CallbackId = "shown",
            },
            drawing.ToKeep
        );
    }

    /// <summary>All of a text, as a dialog.</summary>
    public static View Whole(string text, ViewContext context) =>
        new ModalView(
            Title("All of it"),
            [
                .. Pieces(text)
                    .Take(Block.MostInView)
                    .Select(piece => new SectionBlock(new PlainText(SlackText.Escape(piece)))),
            ],
            Close: new PlainText("Close")
        )
        {
            PrivateMetadata = context.Write(),
            CallbackId = "shown",
        };

    /// <summary>The text in pieces that fit a block each.</summary>
    static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > 0)
        {
            var cut =
                SlackText.Escape(text, Block.LongestText) is var shown && shown == SlackText.Escape(text)
                    ? text.Length
                    : CutAt(text);
            yield return text[..cut];
            text = text[cut..];
        }

        static int CutAt(string text)
        {
            // The ellipsis takes one place.
            var longest = Block.LongestText - 1;
            while (SlackText.Escape(PersonText.Cut(text, longest)).Length > Block.LongestText)
                longest -= 200;
            return Math.Max(1, PersonText.Cut(text, longest).Length - 1);
        }
    }

    /// <summary>
    /// The errors of a form that came back, by field: all that is wrong, so that the dialog can stay as it is; none if
    /// it has to be drawn anew.
    /// </summary>
    public static Dictionary<string, string>? Errors(Reply reply, IReadOnlyDictionary<string, string> sent)
    {
        if (reply.Form is not { } form || form.Fields.Any(field => !sent.ContainsKey(field.Name)))
            return null;
        var errors = form
            .Fields.Where(field => field.Fault is not null)
            .ToDictionary(
                field => field.Name,
                field =>
                    field.Kind == FieldKind.Choice && sent[field.Name].Length == 0 ? "Choose one." : field.Fault ?? ""
            );
        if (errors.Count == 0 && form.Fields is [var first, ..])
            errors[first.Name] = reply.Text;
        return errors;
    }

    static PlainText Title(string title) => PlainText.Of(BlockKit.Capital(title), ModalView.LongestTitle);
}
