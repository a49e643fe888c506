/** OkHttp, of all versions from 3.0 on. */
package dev.partnerattribution.agent.okhttp;
