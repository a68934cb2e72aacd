using System.Security.Cryptography;
using System.Text;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Page;

/// <summary>The page's look, in the colours of Discord's dark theme.</summary>
static class PageStyle
{
    public const string Css = """
        * { box-sizing: border-box; margin: 0; }
        body { background: #313338; color: #dbdee1; font: 16px/1.4 "gg sans", "Noto Sans", system-ui, sans-serif; }
        a { color: #00a8fc; text-decoration: none; } a:hover { text-decoration: underline; }
        header { position: sticky; top: 0; z-index: 1; padding: 14px 20px 12px; background: #2b2d31; box-shadow: 0 1px 3px #0008; }
        header h1 { font-size: 17px; color: #f2f3f5; margin-bottom: 4px; } header h1::before { content: "# "; color: #80848e; }
        .sign { font-size: 14px; color: #b5bac1; padding-left: 18px; position: relative; }
        .sign::before { content: ""; position: absolute; left: 2px; top: 6px; width: 9px; height: 9px; border-radius: 50%; }
        .on::before { background: #2ecc71; } .off::before { background: #80848e; } .late::before { background: #f23f42; }
        main { max-width: 760px; padding: 8px 20px 40px; }
        main > section { margin-top: 18px; } main > section > h2 { font-size: 13px; color: #949ba4; text-transform: uppercase; letter-spacing: .04em; }
        .none { color: #b5bac1; font-size: 14px; margin-top: 4px; }
        .incident { background: #2b2d31; border-left: 4px solid #95a5a6; border-radius: 4px; padding: 10px 14px; margin-top: 8px; }
        .incident h3 { font-size: 16px; font-weight: 600; } .incident h3 a { color: #f2f3f5; } .incident h3 span, .rows span { color: #b5bac1; font-weight: 400; }
        .phase { float: right; font-size: 12px; color: #dbdee1; background: #1e1f22; border-radius: 8px; padding: 1px 8px; }
        .when { font-size: 13px; color: #b5bac1; }
        .timeline { list-style: none; padding: 0; margin-top: 6px; font-size: 13px; }
        .timeline li { padding: 1px 0 1px 150px; text-indent: -150px; overflow-wrap: anywhere; }
        .timeline time, .timeline i { display: inline-block; text-indent: 0; font-style: normal; font-variant-numeric: tabular-nums; color: #949ba4; }
        .timeline time { width: 66px; } .timeline i { width: 80px; text-align: right; padding-right: 14px; } .timeline small { color: #b5bac1; font-size: 12px; }
        .rows { list-style: none; padding: 0; margin-top: 4px; font-size: 14px; }
        :where(.rows) li { border-left: 4px solid #95a5a6; background: #2b2d31; border-radius: 4px; padding: 5px 12px; margin-top: 4px; overflow-wrap: anywhere; }
        .rows time { float: right; color: #b5bac1; font-size: 13px; padding-left: 8px; } .rows .problem { color: #f0b232; font-size: 12px; }
        .older { margin-top: 8px; font-size: 14px; }
        .message { display: flex; gap: 16px; padding-top: 18px; }
        .face { flex: none; width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; font-weight: 700;
          font-size: 20px; line-height: 40px; text-align: center; }
        .said { flex: 1; min-width: 0; }
        .who { color: #949ba4; font-size: 12px; margin-bottom: 4px; } .who b { color: #f2f3f5; font-size: 16px; font-weight: 600; }
        .who i { background: #5865f2; color: #fff; border-radius: 4px; padding: 1px 5px; font: 600 10px sans-serif; vertical-align: 2px; }
        .card { background: #2b2d31; border-left: 4px solid #95a5a6; border-radius: 4px; padding: 12px 16px 14px 14px; max-width: 560px;
          overflow-wrap: anywhere; }
        .red { border-color: #e74c3c; } .green { border-color: #2ecc71; } .orange { border-color: #e67e22; } .blue { border-color: #3498db; }
        .card h3 { font-size: 16px; font-weight: 600; color: #f2f3f5; margin-bottom: 8px; }
        .text, dd { font-size: 14px; line-height: 1.45; } .text strong { color: #f2f3f5; }
        dl { display: flex; flex-wrap: wrap; gap: 10px 16px; margin-top: 12px; } dl:empty { display: none; }
        dt { font-size: 14px; font-weight: 600; color: #f2f3f5; margin-bottom: 1px; } .wide { flex: 1 0 100%; } .inline { flex: 0 1 auto; min-width: 120px; }
        code { display: inline-block; max-width: 100%; background: #1e1f22; border-radius: 3px; padding: 1px 4px; font: 13px/1.4 Consolas, "DejaVu Sans Mono", monospace; }
        pre { background: #1e1f22; border: 1px solid #3f4147; border-radius: 4px; padding: 8px; margin-top: 6px; white-space: pre-wrap;
          font: 13px/1.4 Consolas, "DejaVu Sans Mono", monospace; }
        .text time, dd time { background: #3c3f45; border-radius: 3px; padding: 0 3px; white-space: nowrap; }
        .foot { color: #b5bac1; font-size: 12px; margin-top: 12px; }
        .state { font-size: 12px; color: #949ba4; margin-top: 4px; } .failed { color: #f23f42; }
        .empty { text-align: center; padding: 10vh 0; color: #949ba4; } .empty h3 { color: #f2f3f5; margin-bottom: 6px; }
        @media (max-width: 500px) { header { padding: 12px; } main { padding: 0 10px 32px; } .message { gap: 10px; }
          .timeline li { padding-left: 0; text-indent: 0; } .timeline i { width: auto; padding-right: 6px; text-align: left; } .timeline time { width: 62px; }
          .face { width: 32px; height: 32px; line-height: 32px; font-size: 16px; } .inline { flex-basis: 100%; } }
        """;

    public static string ClassOf(Colour colour) => colour.ToString().ToLowerInvariant();

    /// <summary>Nothing but this very style sheet is allowed on the page: no script, no image, no frame, no form.</summary>
    public static string Policy { get; } =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
        + $"{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
