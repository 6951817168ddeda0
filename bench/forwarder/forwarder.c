/*
 * The bare forwarder once more, without Node.js: what the kernel alone takes for the four datagrams of a message, and what it helps to
 * hand them over in bulk. Nothing is built from it by itself; docs/figures.md says how it was measured.
 *
 *   cc -O2 -o forwarder bench/forwarder/forwarder.c
 *   ./forwarder 1      one system call for each datagram
 *   ./forwarder 64     recvmmsg and sendmmsg, up to 64 at once
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { most = 64, size = 600, numbers = 4000000 };
enum { ack = 0x000a, send_message = 0x010e, login = 0x03e8, fetch = 0x044c };

static struct sockaddr_in place_of[numbers], from[most], to[2 * most];
static uint8_t in[most][size], out[2 * most][size];
static struct iovec in_bytes[most], out_bytes[2 * most];
static struct mmsghdr received[most], sent[2 * most];
static int count;

static uint8_t *put(struct sockaddr_in where, uint16_t code, const uint8_t *number, size_t length) {
    uint8_t *datagram = out[count];
    memset(datagram, 0, length);
    datagram[0] = 2;
    datagram[2] = code;
    datagram[3] = code >> 8;
    memcpy(datagram + 4, number, 2);
    out_bytes[count].iov_len = length;
    to[count++] = where;
    return datagram;
}

static void take(const uint8_t *datagram, size_t length, struct sockaddr_in sender) {
    static const uint8_t first[2] = {0, 0}, second[2] = {1, 0};
    uint16_t code = datagram[2] | datagram[3] << 8;
    uint32_t uin, other;
    if (length < 10 || code == ack) return;
    memcpy(&uin, datagram + 6, 4);
    put(sender, ack, datagram + 4, 6);
    if (code == login && uin < numbers) {
        place_of[uin] = sender;
        put(sender, 0x005a, first, 39);
    } else if (code == fetch) {
        put(sender, 0x00e6, second, 10);
    } else if (code == send_message && length >= 14) {
        memcpy(&other, datagram + 10, 4);
        if (other >= numbers || !place_of[other].sin_port) return;
        uint8_t *message = put(place_of[other], 0x0104, datagram + 4, length - 4);
        memcpy(message + 6, &uin, 4);
        memcpy(message + 10, datagram + 14, length - 14);
    }
}

static int receive(int sock, int bulk) {
    if (bulk > 1) return recvmmsg(sock, received, bulk, MSG_DONTWAIT, NULL);
    socklen_t length = sizeof from[0];
    ssize_t got = recvfrom(sock, in[0], size, MSG_DONTWAIT, (struct sockaddr *)&from[0], &length);
    received[0].msg_len = got;
    return got < 0 ? 0 : 1;
}

static void transmit(int sock, int bulk) {
    for (int next = 0, done; next < count; next += done) {
        done = 1;
        if (bulk > 1) done = sendmmsg(sock, sent + next, count - next, 0);
        else sendto(sock, out[next], out_bytes[next].iov_len, 0, (struct sockaddr *)&to[next], sizeof to[next]);
        if (done <= 0) break;
    }
}

int main(int argc, char **argv) {
    int bulk = argc > 1 ? atoi(argv[1]) : 1, room = 4 << 20;
    if (bulk < 1 || bulk > most) {
        fprintf(stderr, "forwarder: say how many datagrams to hand over at once, from 1 to %d\n", most);
        return 2;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof here;
    setsockopt(sock, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    setsockopt(sock, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    if (bind(sock, (struct sockaddr *)&here, sizeof here) < 0) return perror("bind"), 1;
    getsockname(sock, (struct sockaddr *)&here, &length);
    printf("udp 127.0.0.1:%d\n", ntohs(here.sin_port));
    fflush(stdout);
    for (int i = 0; i < most; i++) {
        in_bytes[i] = (struct iovec){in[i], size};
        received[i].msg_hdr = (struct msghdr){.msg_iov = &in_bytes[i], .msg_iovlen = 1, .msg_name = &from[i]};
    }
    for (int i = 0; i < 2 * most; i++) {
        out_bytes[i].iov_base = out[i];
        sent[i].msg_hdr = (struct msghdr){
            .msg_iov = &out_bytes[i], .msg_iovlen = 1, .msg_name = &to[i], .msg_namelen = sizeof to[i]};
    }
    for (struct pollfd readable = {.fd = sock, .events = POLLIN}; poll(&readable, 1, -1) >= 0;) {
        for (int i = 0; i < most; i++) received[i].msg_hdr.msg_namelen = sizeof from[i];
        for (int got; (got = receive(sock, bulk)) > 0;) {
            count = 0;
            for (int i = 0; i < got; i++) take(in[i], received[i].msg_len, from[i]);
            transmit(sock, bulk);
        }
    }
}
