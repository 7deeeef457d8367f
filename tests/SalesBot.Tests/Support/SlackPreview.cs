using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesBot.Tests.Support;

/// <summary>Blocks and views as a page, near enough to how Slack draws them that one can look at them.</summary>
static partial class SlackPreview
{
    const string Style = """
        body{font:15px/1.45 Lato,Arial,sans-serif;background:#eee;padding:20px;color:#1d1c1d}
        h1{font-size:13px;color:#616061;margin:24px 0 6px}
        .post,.modal,.home{background:#fff;border:1px solid #ddd;border-radius:8px;padding:12px 16px;max-width:640px}
        .modal{max-width:520px}.modal>.bar{display:flex;justify-content:space-between;font-weight:900;font-size:18px;border-bottom:1px solid #ddd;padding-bottom:8px;margin-bottom:8px}
        .modal>.foot{display:flex;justify-content:flex-end;gap:8px;border-top:1px solid #ddd;padding-top:10px;margin-top:10px}
        .who{font-weight:900}.header{font-size:18px;font-weight:900;margin:8px 0}.section{margin:6px 0;display:flex;justify-content:space-between;gap:12px;white-space:pre-wrap;overflow-wrap:anywhere}
        .fields{display:grid;grid-template-columns:1fr 1fr;gap:4px 16px;margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere}.context{font-size:13px;color:#616061;margin:6px 0;white-space:pre-wrap}
        .actions{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}.button{border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700;background:#fff;white-space:nowrap;height:1.5em}
        .primary{background:#007a5a;color:#fff;border-color:#007a5a}.select{border:1px solid #bbb;border-radius:4px;padding:4px 8px}
        .input label{font-weight:700;display:block;margin-top:10px}.box{border:1px solid #868686;border-radius:4px;padding:6px 10px;min-height:20px;white-space:pre-wrap}.tall{min-height:60px}.hint{font-size:13px;color:#616061}
        """;

    [GeneratedRegex(@"\*([^*\n]+)\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"&lt;(https?://[^|&]+)\|([^&]+)&gt;")]
    private static partial Regex Link();

    /// <summary>A page of several drawings, each under its name.</summary>
    public static string Page(IEnumerable<(string Name, JsonObject Drawn)> drawings) =>
        $"<!doctype html><meta charset=utf-8><style>{Style}</style>{string.Concat(drawings.Select(one => $"<h1>{one.Name}</h1>{Draw(one.Drawn)}"))}";

    static string Draw(JsonObject drawn)
    {
        var blocks = string.Concat(((JsonArray?)drawn["blocks"] ?? []).OfType<JsonObject>().Select(Block));
        return SlackStandIn.Text(drawn, "type") switch
        {
            "modal" =>
                $"<div class=modal><div class=bar><span>{Text(drawn["title"])}</span><span>✕</span></div>{blocks}<div class=foot>"
                    + $"<span class=button>{Text(drawn["close"])}</span>{(drawn["submit"] is { } submit ? $"<span class='button primary'>{Text(submit)}</span>" : "")}</div></div>",
            "home" => $"<div class=home>{blocks}</div>",
            _ => $"<div class=post><div class=who>SalesBot</div>{blocks}</div>",
        };
    }

    static string Block(JsonObject block) =>
        SlackStandIn.Text(block, "type") switch
        {
            "header" => $"<div class=header>{Text(block["text"])}</div>",
            "section" when block["fields"] is JsonArray fields =>
                $"<div class=fields>{string.Concat(fields.Select(field => $"<div>{Text(field)}</div>"))}</div>",
            "section" =>
                $"<div class=section><div>{Text(block["text"])}</div>{(block["accessory"] is JsonObject accessory ? Element(accessory) : "")}</div>",
            "context" => $"<div class=context>{string.Join(" ", ((JsonArray)block["elements"]!).Select(Text))}</div>",
            "actions" or "context_actions" =>
                $"<div class=actions>{string.Concat(((JsonArray)block["elements"]!).OfType<JsonObject>().Select(Element))}</div>",
            "input" =>
                $"<div class=input><label>{Text(block["label"])}{((bool?)block["optional"] == true ? " <span class=hint>(optional)</span>" : "")}</label>"
                    + $"{Element((JsonObject)block["element"]!)}<div class=hint>{Text(block["hint"])}</div></div>",
            "table" =>
                $"<table border=1 style='border-collapse:collapse'>{string.Concat(((JsonArray)block["rows"]!).Select(row => $"<tr>{string.Concat(((JsonArray)row!).Select(cell => $"<td style='padding:4px 8px'>{Text(cell)}</td>"))}</tr>"))}</table>",
            var other => $"<div>{other}</div>",
        };

    static string Element(JsonObject element) =>
        SlackStandIn.Text(element, "type") switch
        {
            "button" => $"<span class='button {SlackStandIn.Text(element, "style")}'>{Text(element["text"])}</span>",
            "static_select" =>
                $"<span class=select>{(element["initial_option"] is { } chosen ? Text(chosen["text"]) : element["placeholder"] is { } hint ? Text(hint) : "Select an option")} ▾</span>",
            "feedback_buttons" => "<span class=button>👍</span><span class=button>👎</span>",
            "plain_text_input" =>
                $"<div class='box{((bool?)element["multiline"] == true ? " tall" : "")}'>{WebUtility.HtmlEncode(SlackStandIn.Text(element, "initial_value"))}"
                    + $"<span class=hint>{Text(element["placeholder"])}</span></div>",
            "datepicker" =>
                $"<span class=select>📅 {SlackStandIn.Text(element, "initial_date") ?? "Select a date"}</span>",
            "users_select" => "<span class=select>Select a user ▾</span>",
            var other => other ?? "",
        };

    /// <summary>What Slack shows of a text object: its three escapes are read, and markup where it has any.</summary>
    static string Text(JsonNode? text)
    {
        if (text is null)
            return "";
        var shown = WebUtility.HtmlEncode(SlackStandIn.Text(text, "text") ?? "");
        if (SlackStandIn.Text(text, "type") == "mrkdwn")
            shown = Link().Replace(Bold().Replace(shown, "<b>$1</b>"), "<a>$2</a>");
        return shown.Replace("&amp;lt;", "&lt;").Replace("&amp;gt;", "&gt;").Replace("&amp;amp;", "&amp;");
    }
}
