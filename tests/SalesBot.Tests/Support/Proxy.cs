using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SalesBot.Tests.Support;

/// <summary>A reverse proxy of the system's packages, on a loopback port of its own, in front of a host.</summary>
sealed class Proxy : IDisposable
{
    readonly TempFolder folder = new();
    readonly Process process;

    Proxy(int port, Func<TempFolder, ProcessStartInfo> start)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        var info = start(folder);
        (info.RedirectStandardError, info.RedirectStandardOutput) = (true, true);
        process = Process.Start(info) ?? throw new InvalidOperationException("The proxy did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    /// <summary>
    /// nginx with nothing but <c>proxy_pass</c>, as its documentation begins; or with a server block of ours.
    /// </summary>
    public static Proxy Nginx(Uri host, string? block = null)
    {
        var (program, port) = (Needs.Proxy("nginx"), FreePort());
        block = block is null
            ? $"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass {host.GetLeftPart(UriPartial.Authority)}; }} }}"
            : string.Join('\n', block.Split('\n').Where(line => !line.Contains("ssl_", StringComparison.Ordinal)))
                .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port};")
                .Replace("http://127.0.0.1:3978", host.GetLeftPart(UriPartial.Authority));
        return new Proxy(
            port,
            folder => new ProcessStartInfo(
                program,
                [
                    "-p",
                    folder.Path,
                    "-e",
                    folder.File("error.log"),
                    "-c",
                    folder.Write(
                        "nginx.conf",
                        $$"""
                        daemon off;
                        pid {{folder.File("nginx.pid")}};
                        events {}
                        http {
                            access_log off;
                            client_body_temp_path {{folder.File("a")}}; proxy_temp_path {{folder.File(
                            "b"
                        )}}; fastcgi_temp_path {{folder.File("c")}};
                            uwsgi_temp_path {{folder.File("d")}}; scgi_temp_path {{folder.File("e")}};
                            {{block}}
                        }
                        """
                    ),
                ]
            )
        );
    }

    /// <summary>HAProxy that forwards everything; or with a configuration of ours.</summary>
    public static Proxy HaProxy(Uri host, string? configuration = null)
    {
        var (program, port) = (Needs.Proxy("haproxy"), FreePort());
        configuration =
            configuration
                ?.Replace("bind :443 ssl crt /etc/haproxy/bot.example.com.pem", $"bind 127.0.0.1:{port}")
                .Replace("127.0.0.1:3978", host.Authority)
            ?? $"""
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 30s
                    timeout server 30s
                frontend all
                    bind 127.0.0.1:{port}
                    default_backend bot
                backend bot
                    server bot {host.Authority}

                """;
        return new Proxy(
            port,
            folder => new ProcessStartInfo(program, ["-db", "-f", folder.Write("haproxy.cfg", configuration)])
        );
    }

    /// <summary>Waits until it forwards.</summary>
    public async Task<Proxy> ReadyAsync()
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
            try
            {
                if (
                    (await client.GetAsync(new Uri(Address, "/health/live"), limit.Token)).StatusCode
                    == HttpStatusCode.OK
                )
                    return this;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
            }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
