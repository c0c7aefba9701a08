// Long bodies: in files, within limits of their own.
#include "client.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace udb;
using namespace udb::web;
using namespace udb::web::test;

namespace {

long anonymous_kb() {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;)
        if (long kb = 0; word == "RssAnon:" && file >> kb) return kb;
    return 0;
}

} // namespace

TEST_CASE("a long body goes to a file: the memory does not grow, and the page reads it as ever") {
    std::string const head = "--b\r\nContent-Disposition: form-data; name=\"file\"; "
                             "filename=\"a.bin\"\r\n\r\n";
    std::string const tail = "\r\n--b--\r\n";
    auto const mebi = std::string(std::size_t{1} << 20, 'x');
    Router router;
    router.post("/file",
                [](Request const& request) {
                    auto const form = request.form();
                    auto const* file = form ? form->file("file") : nullptr;
                    if (!file || !request.spooled || !request.body.empty())
                        return Response::text("no", 422);
                    return Response::text(std::to_string(file->bytes.size()));
                },
                {.body_bytes_max = std::size_t{101} << 20});
    auto options = quick_options();
    options.body_bytes_total = std::size_t{2} << 20;
    options.spool_bytes_total = std::size_t{150} << 20;
    Server server(std::move(router), options);
    server.start();
    auto const length = head.size() + 100 * mebi.size() + tail.size();
    auto const announced = "POST /file HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; "
                           "boundary=b\r\nContent-Length: "
                           + std::to_string(length) + "\r\n\r\n" + head;
    Client client(server.port());
    auto const before = anonymous_kb();
    client.send(announced);
    for (int i = 0; i < 100; ++i)
        client.send(mebi);
    CHECK(anonymous_kb() - before < 8 * 1024);
    // The disk has its limit as well, and what a request took is given back.
    Client second(server.port());
    second.send(announced);
    for (int i = 0; i < 60; ++i)
        if (!second.send(mebi)) break;
    CHECK(second.reply().status == 503);
    client.send(tail);
    CHECK(client.reply().body == std::to_string(100 * mebi.size()));
    CHECK(anonymous_kb() - before < 8 * 1024);
    Client third(server.port());
    third.send(announced);
    for (int i = 0; i < 100; ++i)
        third.send(mebi);
    third.send(tail);
    CHECK(third.reply().status == 200);
}
