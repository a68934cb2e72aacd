using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;
using Benevoclic.Api.Support.Discord;

namespace Benevoclic.Api.Support;

static class SupportEndpoints
{
    public static void AddSupport(this WebApplicationBuilder builder)
    {
        builder.AddStore<IReports, SqliteReports, MongoReports>();
        builder.Services.AddSingleton<ReportLimits>();
        builder.AddSupportMessages();
    }

    public static void MapSupport(this WebApplication app)
    {
        var support = app.MapGroup("").WithTags("support");
        support.MapPost("/support/reports", Create).ForAnyoneKnownOrNot().LimitsReports().AnswersCreated<ReportShape>();
        support.MapGet("/support/reports", List).For(Role.Admin).Answers<ReportShape[]>();
        support
            .MapGet("/support/reports/my", ListOwn)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<ReportShape[]>();
        support.MapGet("/support/reports/filter", ListSome).For(Role.Admin).Answers<ReportPageShape>();
        support
            .MapGet("/support/reports/announcement/{announcementId}", ListOfAnnouncement)
            .For(Role.Admin)
            .Answers<ReportShape[]>();
        support.MapGet("/support/reports/{id}", Find).For(Role.Admin).Answers<ReportShape>();
        support.MapPatch("/support/reports/{id}", Change).For(Role.Admin).Answers<ReportShape>();
        support.MapPatch("/support/reports/{id}/status", ChangeStatus).For(Role.Admin).Answers<ReportShape>();
        support.MapPatch("/support/reports/{id}/priority", ChangePriority).For(Role.Admin).Answers<ReportShape>();
        support.MapDelete("/support/reports/{id}", Remove).For(Role.Admin).AnswersNothing();
        support.MapGet("/support/stats", Count).For(Role.Admin).Answers<ReportStatisticsShape>();
    }

    static async Task<JsonAnswer> Create(
        ReportRequest request,
        NewId id,
        Caller? caller,
        IReports reports,
        SupportMessages messages,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (ReportWords.Problem(request.Type, request.Category, request.AnnouncementId) is { } problem)
            throw ApiException.BadRequest(problem);

        var added = await reports.AddAsync(Report.Of(id, request, caller?.Uid, clock.GetUtcNow()), ct);
        messages.Send(SupportMessage.OfNew(added, clock));
        return Answer.Created(added.Document.With(("id", added.Id)));
    }

    static async Task<JsonAnswer> List(IReports reports, CancellationToken ct) => Of(await reports.ListAsync(ct));

    static async Task<JsonAnswer> ListOwn(Caller caller, IReports reports, CancellationToken ct) =>
        Of(await reports.ListAsync(ReportFilter.All("userId", caller.Uid), ct));

    static async Task<JsonAnswer> ListOfAnnouncement(string announcementId, IReports reports, CancellationToken ct) =>
        Of(await reports.ListAsync(ReportFilter.All("announcementId", announcementId), ct));

    static async Task<JsonAnswer> ListSome(ReportFilter filter, IReports reports, CancellationToken ct)
    {
        var total = await reports.CountAsync(filter, ct);
        var page = await reports.ListAsync(filter, ct);
        var meta = new JsonObject
        {
            ["page"] = filter.Page,
            ["limit"] = filter.Limit,
            ["total"] = total,
            ["pages"] = (total + filter.Limit - 1) / filter.Limit,
        };
        return Answer.Ok(Document.Of(("reports", Nodes(page)), ("meta", meta)));
    }

    static async Task<JsonAnswer> Find(string id, IReports reports, CancellationToken ct) =>
        Answer.Ok((await reports.FindAsync(id, ct) ?? throw Missing(id)).Document);

    static async Task<JsonAnswer> Change(
        string id,
        ReportChangeRequest request,
        IReports reports,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer.Ok((await ChangeAsync(id, request.Sent, reports, clock, ct)).Document);

    static async Task<JsonAnswer> ChangeStatus(
        string id,
        ReportStatusRequest request,
        IReports reports,
        SupportMessages messages,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var status = request.Status ?? throw ApiException.BadRequest("Statut invalide");
        var before = await reports.FindAsync(id, ct) ?? throw Missing(id);
        var after = await ChangeAsync(id, Document.Of(("status", status)), reports, clock, ct);
        messages.Send(SupportMessage.OfStatus(before.Status, after, clock));
        return Answer.Ok(after.Document);
    }

    static async Task<JsonAnswer> ChangePriority(
        string id,
        ReportPriorityRequest request,
        IReports reports,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var priority = request.Priority ?? throw ApiException.BadRequest("Priorité invalide");
        return Answer.Ok((await ChangeAsync(id, Document.Of(("priority", priority)), reports, clock, ct)).Document);
    }

    static async Task<JsonAnswer> Remove(string id, IReports reports, CancellationToken ct) =>
        await reports.RemoveAsync(id, ct) ? Answer.Nothing() : throw Missing(id);

    static async Task<JsonAnswer> Count(IReports reports, CancellationToken ct) =>
        Answer.Ok(ReportStatistics.Of(await reports.ListAsync(ct)));

    static async Task<Report> ChangeAsync(
        string id,
        Document fields,
        IReports reports,
        TimeProvider clock,
        CancellationToken ct
    ) => await reports.ChangeAsync(id, Report.Change(fields, clock.GetUtcNow()), ct) ?? throw Missing(id);

    static JsonAnswer Of(IEnumerable<Report> reports) => Answer.Ok(reports.Select(report => report.Document));

    static JsonArray Nodes(IEnumerable<Report> reports) =>
        [.. reports.Select(report => JsonNode.Parse(report.Document.Json.Span))];

    static ApiException Missing(string id) => ApiException.NotFound($"Signalement avec l'ID {id} non trouvé");
}
