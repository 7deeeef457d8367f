using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesBot.Chat;
using SalesBot.Messaging;

namespace SalesBot.Tests.Messaging;

/// <summary>A platform that is down, slow, throttled or lying, over real HTTP.</summary>
public sealed class GuardedHttpTests : IAsyncLifetime
{
    readonly GuardedHttp http = new();
    WebApplication server = WebApplication.CreateSlimBuilder().Build();
    int stolen;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapPost("/fine", () => Results.Text("""{"ok":true}""", "application/json"));
        server.MapPost("/html", () => Results.Text("<html>maintenance</html>", "text/html"));
        server.MapPost("/half", () => Results.Text("""{"ok":tr""", "application/json"));
        server.MapPost("/status/{code:int}", (int code) => Results.StatusCode(code));
        server.MapPost(
            "/throttle",
            (HttpContext call) =>
            {
                call.Response.Headers.RetryAfter = "17";
                return Results.StatusCode(429);
            }
        );
        server.MapPost("/elsewhere", () => Results.Redirect("/stolen", preserveMethod: true));
        server.MapPost("/stolen", () => Interlocked.Increment(ref stolen));
        server.MapPost(
            "/huge",
            async (HttpContext call) =>
            {
                var chunk = new byte[1 << 20];
                for (var i = 0; i < 512 && !call.RequestAborted.IsCancellationRequested; i++)
                    await call.Response.Body.WriteAsync(chunk, call.RequestAborted);
            }
        );
        server.MapPost(
            "/never",
            (HttpContext call) => Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, call.RequestAborted)
        );
        server.MapPost("/cut", (HttpContext call) => call.Abort());
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_read() =>
        (await CallAsync("/fine")).Body.GetProperty("ok").GetBoolean().ShouldBeTrue();

    [Theory]
    [InlineData("/html")]
    [InlineData("/half")]
    [InlineData("/cut")]
    [InlineData("/status/500")]
    [InlineData("/status/503")]
    [InlineData("/status/412")]
    [InlineData("/status/408")]
    public async Task What_may_pass_is_tried_again(string path) =>
        (await CallAsync(path)).Fault.ShouldBeOfType<Delivery.Failed>();

    [Theory]
    [InlineData("/status/400")]
    [InlineData("/status/403")]
    [InlineData("/status/404")]
    public async Task What_will_not_pass_is_not(string path) =>
        (await CallAsync(path)).Fault.ShouldBeOfType<Delivery.Refused>();

    [Fact]
    public async Task Who_throttles_says_for_how_long() =>
        (await CallAsync("/throttle")).Fault.ShouldBe(new Delivery.Throttled(TimeSpan.FromSeconds(17)));

    [Fact]
    public async Task Who_throttles_without_a_time_is_left_alone_for_half_a_minute() =>
        (await CallAsync("/status/429")).Fault.ShouldBe(new Delivery.Throttled(TimeSpan.FromSeconds(30)));

    [Fact]
    public async Task No_redirect_is_followed()
    {
        (await CallAsync("/elsewhere")).Fault.ShouldBeOfType<Delivery.Refused>();
        stolen.ShouldBe(0);
    }

    [Fact]
    public async Task Of_half_a_gigabyte_one_megabyte_is_read()
    {
        using var process = Process.GetCurrentProcess();
        var before = GC.GetTotalAllocatedBytes();
        (await CallAsync("/huge"))
            .Fault.ShouldBeOfType<Delivery.Failed>()
            .Reason.ShouldStartWith("Its answer is longer than");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64_000_000);
    }

    [Fact]
    public async Task Nobody_is_waited_for_longer_than_the_token_says()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(() =>
            http.SendAsync(new HttpRequestMessage(HttpMethod.Post, server.Urls.First() + "/never"), limit.Token)
        );
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_told()
    {
        var answer = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:9/"),
            TestContext.Current.CancellationToken
        );
        answer.Fault.ShouldBeOfType<Delivery.Failed>().Reason.ShouldStartWith("It could not be reached");
    }

    Task<HttpAnswer> CallAsync(string path) =>
        http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, server.Urls.First() + path),
            TestContext.Current.CancellationToken
        );
}
