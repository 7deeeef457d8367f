// The Azure Bot resource of SalesBot with its Teams channel, and on wish the managed identity it runs as.
//   az deployment group create --resource-group RG --template-file azure-bot.bicep --parameters endpoint=https://bot.example.com/api/messages appId=…

@description('A name that nobody else in Azure has taken for a bot.')
@minLength(4)
@maxLength(42)
param botName string

@description('What people see.')
param displayName string = 'SalesBot'

@description('Where the bot answers: https, and the path /api/messages.')
param endpoint string

@description('SingleTenant: an app registration with a secret or a certificate. UserAssignedMSI: a managed identity, which this makes.')
@allowed([
  'SingleTenant'
  'UserAssignedMSI'
])
param appType string = 'SingleTenant'

@description('The client id of the app registration; not needed with a managed identity.')
param appId string = ''

@description('The directory whose people the bot serves.')
param tenantId string = tenant().tenantId

@description('F0 costs nothing, and is enough: messages in Teams are not counted.')
@allowed([
  'F0'
  'S1'
])
param sku string = 'F0'

@description('Where the managed identity is.')
param location string = resourceGroup().location

var isManaged = appType == 'UserAssignedMSI'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (isManaged) {
  name: '${botName}-identity'
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: isManaged ? identity!.properties.clientId : appId
    msaAppType: appType
    msaAppTenantId: tenantId
    msaAppMSIResourceId: isManaged ? identity.id : ''
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

output botId string = bot.properties.msaAppId
