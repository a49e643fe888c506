/** OkHttp 2, from 2.2 on. */
package dev.partnerattribution.agent.okhttp2;
