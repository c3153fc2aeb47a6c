package io.partnerflow.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the name service, once per attempt. */
@FunctionalInterface
interface HostAddresses {

    InetAddress[] of(String host) throws UnknownHostException;
}
