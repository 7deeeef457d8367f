using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.People;

public sealed class RosterTests
{
    static MemberChange As(Role role) => new(null, role, null, null, false, null);

    static Person Ann(Role role = Role.Employee) => new("slack:T1/ANN", "Ann", role);

    [Fact]
    public async Task Only_admins_give_roles_and_the_last_admin_stays()
    {
        await using var desk = new TestDesk();
        var roster = desk.Get<Roster>();
        foreach (var person in new[] { TestDesk.Employee, TestDesk.Rep, TestDesk.Marketer, TestDesk.Manager, Ann() })
            (await roster.SetAsync(person, "slack:T1/ANN", As(Role.Admin))).Ended.ShouldBe(
                RosterResult.Outcome.Refused
            );
        (await roster.SetAsync(TestDesk.Admin, "slack:T1/ANN", As(Role.Admin))).Ended.ShouldBe(
            RosterResult.Outcome.Done
        );
        roster.PersonOf(Workspace.Default, "slack:T1/ANN").Role.ShouldBe(Role.Admin);
        (await roster.SetAsync(TestDesk.Admin, "slack:T1/ANN", As(Role.Sales))).Sentence.ShouldContain(
            "the only admin"
        );
        (await roster.SetAsync(TestDesk.Admin, "slack:T1/BEN", As(Role.Admin))).Ended.ShouldBe(
            RosterResult.Outcome.Done
        );
        (await roster.SetAsync(TestDesk.Admin, "slack:T1/ANN", As(Role.Sales))).Sentence.ShouldBe(
            "slack:T1/ANN's role is now sales (was admin)"
        );
        roster.PersonOf("other", "slack:T1/ANN").Role.ShouldBe(Role.Employee);
    }

    [Fact]
    public async Task The_configuration_gives_roles_that_the_roster_cannot_take()
    {
        await using var desk = new TestDesk(
            null,
            ("People:Managers:0", "slack:T1/ANN"),
            ("People:Sales:0", "slack:T1/ANN")
        );
        var roster = desk.Get<Roster>();
        roster.PersonOf(Workspace.Default, "slack:T1/ANN").Role.ShouldBe(Role.Manager);
        (await roster.SetAsync(TestDesk.Admin, "slack:T1/ANN", As(Role.Employee))).Sentence.ShouldContain(
            "The configuration gives"
        );
        (
            await roster.SetAsync(
                TestDesk.Admin,
                "slack:T1/ANN",
                new MemberChange("Ann", null, null, null, false, null)
            )
        ).Ended.ShouldBe(RosterResult.Outcome.Done);
        roster
            .All(Workspace.Default)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                member => member.Name.ShouldBe("Ann"),
                member => member.Role.ShouldBe(Role.Manager)
            );
    }

    [Fact]
    public async Task An_absence_is_told_by_oneself_or_a_manager_and_must_make_sense()
    {
        await using var desk = new TestDesk();
        var (roster, now) = (desk.Get<Roster>(), desk.Time.GetUtcNow());
        (await roster.SetAsync(Ann(), "slack:T1/ANN", Away(now, now.AddDays(3)))).Ended.ShouldBe(
            RosterResult.Outcome.Done
        );
        (
            await roster.SetAsync(
                TestDesk.Manager,
                "slack:T1/ANN",
                new MemberChange(null, null, null, null, Back: true, null)
            )
        ).Sentence.ShouldContain("is back");
        (await roster.SetAsync(TestDesk.Rep, "slack:T1/ANN", Away(now, now.AddDays(3)))).Ended.ShouldBe(
            RosterResult.Outcome.Refused
        );
        (await roster.SetAsync(Ann(), "slack:T1/ANN", Away(now, now.AddDays(-3)))).Ended.ShouldBe(
            RosterResult.Outcome.Faulty
        );
        (await roster.SetAsync(Ann(), "slack:T1/ANN", Away(now.AddDays(4), now.AddDays(3)))).Ended.ShouldBe(
            RosterResult.Outcome.Faulty
        );
        (await roster.SetAsync(Ann(), "slack:T1/ANN", Away(null, now.AddDays(3)))).Ended.ShouldBe(
            RosterResult.Outcome.Faulty
        );

        static MemberChange Away(DateTimeOffset? from, DateTimeOffset? until) =>
            new(null, null, from, until, false, null);
    }

    [Fact]
    public async Task The_first_admin_claims_the_place_with_the_code_once()
    {
        await using var desk = new TestDesk();
        var claim = desk.Get<AdminClaim>();
        var old = await claim.OfferAsync(Workspace.Default);
        var code = (await claim.OfferAsync(Workspace.Default)).ShouldNotBeNull();
        (await claim.ClaimAsync(Ann(), old!)).Ended.ShouldBe(
            RosterResult.Outcome.Refused,
            "each start prints a new one"
        );
        (await claim.ClaimAsync(Ann() with { Workspace = "other" }, code)).Ended.ShouldBe(RosterResult.Outcome.Refused);
        (await claim.ClaimAsync(TestDesk.Employee, code)).Ended.ShouldBe(
            RosterResult.Outcome.Faulty,
            "a persona has the role of its name"
        );
        (await claim.ClaimAsync(Ann(), $" {code.ToLowerInvariant().Replace('-', ' ')} ")).Ended.ShouldBe(
            RosterResult.Outcome.Done
        );
        desk.Get<Roster>().PersonOf(Workspace.Default, "slack:T1/ANN").Role.ShouldBe(Role.Admin);
        (await claim.ClaimAsync(Ann() with { Id = "slack:T1/BEN" }, code)).Ended.ShouldBe(RosterResult.Outcome.Refused);
        (await claim.OfferAsync(Workspace.Default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_that_was_tried_too_often_holds_no_more()
    {
        await using var desk = new TestDesk();
        var claim = desk.Get<AdminClaim>();
        var code = (await claim.OfferAsync(Workspace.Default)).ShouldNotBeNull();
        for (var i = 0; i < 10; i++)
            await claim.ClaimAsync(Ann(), "AAAAA-AAAAA");
        (await claim.ClaimAsync(Ann(), code)).Ended.ShouldBe(RosterResult.Outcome.Refused);
    }

    [Fact]
    public async Task A_key_acts_as_its_person_until_it_is_revoked_and_its_secret_is_kept_nowhere()
    {
        await using var desk = new TestDesk();
        var keys = desk.Get<ApiKeys>();
        await desk.Get<Roster>()
            .SetAsync(TestDesk.Admin, "crm", new MemberChange("CRM import", Role.Marketing, null, null, false, null));
        var (token, key) = await keys.MakeAsync(TestDesk.Admin, "crm", "import", ["handoffs:write"]);
        keys.Find(token)!.Value.Person.ShouldBe(new Person("crm", "CRM import", Role.Marketing));
        keys.Find(token + "x").ShouldBeNull();
        keys.Find(token[..^1]).ShouldBeNull();
        keys.Find("sb_").ShouldBeNull();
        foreach (var file in Directory.GetFiles(desk.Folder, "salesbot.db*"))
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            reader.ReadToEnd().ShouldNotContain(token.Split('_')[2]);
        }
        (await keys.RevokeAsync(TestDesk.Admin, key.Id)).ShouldBeTrue();
        keys.Find(token).ShouldBeNull();
        (await keys.RevokeAsync(TestDesk.Admin, key.Id)).ShouldBeFalse();
    }
}
